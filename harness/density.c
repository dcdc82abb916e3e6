#include "density.h"

#include "stats.h"

#include <math.h>

double density_bandwidth(const double *sorted, size_t n)
{
    double sd = stats_sd(sorted, n);
    double iqr = (sorted[(size_t)(0.75 * (double)(n - 1))] - sorted[(size_t)(0.25 * (double)(n - 1))]) / 1.349;
    double spread = iqr > 0.0 && iqr < sd ? iqr : sd;
    double bandwidth = spread * pow(4.0 / (3.0 * (double)n), 0.2);
    double fallback = 0.01 * fmax(fabs(sorted[n / 2]), 0.01);
    return isfinite(bandwidth) && bandwidth > 0.0 ? bandwidth : fallback;
}

/* Beyond four bandwidths a kernel adds less than 0.02%. */
double density_at(const double *sorted, size_t n, double bandwidth, double x)
{
    double sum = 0.0;
    for (size_t i = 0; i < n; i++) {
        double z = (x - sorted[i]) / bandwidth;
        if (z < -4.0)
            break;
        if (z < 4.0)
            sum += exp(-0.5 * z * z);
    }
    return sum / ((double)n * bandwidth * sqrt(2.0 * M_PI));
}
