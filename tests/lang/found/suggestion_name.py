def outer(parameter):
    local_value = 1
    return local_valeu


try:
    outer(1)
except NameError as error:
    print(error, error.name)
outer(1)
