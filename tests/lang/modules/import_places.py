"""__file__ and __path__ of modules found through entries of sys.path that are relative, empty, dots, or end in slashes."""
import os
import sys
import tempfile

sys.dont_write_bytecode = True
with tempfile.TemporaryDirectory() as root:
    root = os.path.realpath(root)
    os.makedirs(root + "/folder/package/portion")
    for place in "outside.py", "folder/inside.py", "folder/package/__init__.py", "folder/package/part.py", "folder/package/portion/deep.py":
        with open(os.path.join(root, place), "w") as file:
            file.write("")

    def tell(name):
        top = name.partition(".")[0]
        for loaded in list(sys.modules):
            if loaded.partition(".")[0] == top:
                del sys.modules[loaded]
        try:
            module = __import__(name)
        except ImportError as error:
            print(error)
            return
        for part in name.split(".")[1:]:
            module = getattr(module, part)
        print(name, repr(module).replace(root, "<root>"), module.__file__.replace(root, "<root>"))
        if hasattr(module, "__path__"):
            print([folder.replace(root, "<root>") for folder in module.__path__])

    os.chdir(root)
    for path in ["folder"], [".", "folder/"], ["", "./folder"], [root + "/folder//"], [root + "/folder/.//."], ["folder/../folder"], ["none", "", "folder"]:
        sys.path[:] = path
        for name in "outside", "inside", "package", "package.part", "package.portion.deep":
            tell(name)
    os.chdir("/")
    sys.path[:] = [root[1:]]
    tell("outside")
    os.mkdir(root + "/gone")
    os.chdir(root + "/gone")
    os.rmdir(root + "/gone")
    sys.path[:] = ["", "relative"]
    tell("nothing_there")
    os.chdir("/")
