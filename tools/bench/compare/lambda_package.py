#!/usr/bin/env python3
"""Installs what the function lambda_score.py needs, builds its package, and prints the paths of both as JSON.

The package has the libraries as pip installs them, without bytecode, and without the runtime client, which is part of
Lambda. Exit code 75: the libraries cannot be installed.
"""

import importlib.metadata
import json
import pathlib
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parents[1] / "stack" / "checks"))
sys.dont_write_bytecode = True

import tools

SOURCES = ("lambda_score.py", "rasterio_score.py")
LAMBDAS_OWN = {"awslambdaric", "simplejson", "snapshot-restore-py"}


def libraries(environment):
    """Pairs of a file and its name in the package."""
    site = next(environment.glob("lib/python*/site-packages"))
    for library in importlib.metadata.distributions(path=[str(site)]):
        if library.metadata["Name"].lower() not in LAMBDAS_OWN:
            for file in library.files or ():
                # Names with ".." are scripts for a shell.
                if file.suffix != ".pyc" and ".." not in file.parts:
                    yield site / file, str(file)


def pack(environment, package):
    unfinished = package.with_suffix(".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, name in sorted({*libraries(environment), *((HERE / source, source) for source in SOURCES)}):
            archive.write(file, name)
    unfinished.replace(package)


def main():
    environment = tools.environment(HERE / "requirements.txt")
    package = environment / "lambda_score.zip"
    newest = max((HERE / source).stat().st_mtime for source in SOURCES)
    if not package.exists() or package.stat().st_mtime < newest:
        pack(environment, package)
    print(json.dumps({"python": str(environment / "bin" / "python"), "package": str(package)}))


if __name__ == "__main__":
    main()
