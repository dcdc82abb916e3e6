/* framebench doctor: what about this machine disturbs a measurement. */
#include "command.h"

#include "doctor.h"
#include "record.h"

int command_doctor(const Options *options, Error *error)
{
    (void)error;
    Result result = {0};
    Text text = {0};
    Host *host = result_add_host(&result);
    doctor_examine("", host);
    if (options->json) {
        command_print_json(record_findings(host));
    } else {
        doctor_text(host, true, &text);
        command_print(&text);
    }
    result_free(&result);
    return 0;
}
