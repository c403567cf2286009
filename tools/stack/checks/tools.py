"""The pinned tools of the checks, in environments of their own that are made when they are first needed."""

import fcntl
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

CHECKS = pathlib.Path(__file__).resolve().parent
TARGET = CHECKS.parent / "target"
TOOLS = TARGET / "tools"
TEMPLATE_TOOLS = CHECKS / "requirements.txt"
CHECKOV = CHECKS / "requirements-checkov.txt"
OLDEST = (3, 10)
NOT_TO_BE_HAD = 75
QUIETLY = ("-q", "--disable-pip-version-check", "--no-warn-script-location")


def run_with_tools():
    """Starts the calling script anew under the Python of the template's tools, unless it runs there already."""
    home = environment(TEMPLATE_TOOLS)
    if pathlib.Path(sys.prefix).resolve() != home.resolve():
        python = str(home / "bin" / "python")
        os.execv(python, [python, "-B", *sys.argv])


def environment(requirements):
    """An environment's folder; the digest of what is in it is its name, so that other tools are another one."""
    if sys.version_info < OLDEST:
        give_up(f"Python {sys.version_info.major}.{sys.version_info.minor} is too old, 3.10 is needed")
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    digest = hashlib.sha256(requirements.read_bytes() + python.encode()).hexdigest()[:12]
    home = TOOLS / f"{requirements.stem}-{digest}"
    if not (home / "complete").exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        with (TOOLS / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # builds of two modules may ask at once
            if not (home / "complete").exists():
                make(home, requirements)
    return home


def make(home, requirements):
    print(f"fetching {requirements.name} (about a minute, once)", file=sys.stderr, flush=True)
    # pip writes the folder's path into scripts, so it is made in its place and only marked when it is complete.
    shutil.rmtree(home, ignore_errors=True)
    log = TOOLS / f"{requirements.stem}.log"
    python = getattr(sys, "_base_executable", sys.executable)  # not the environment that this runs in
    with log.open("w", encoding="utf-8") as out:
        for command in (
            # Debian keeps the part of venv that brings a pip in a package of its own; the system's pip does.
            [python, "-m", "venv", "--without-pip", str(home)],
            [python, "-m", "pip", "--python", str(home), "install", *QUIETLY, "-r", str(requirements)],
        ):
            try:
                failed = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, check=False).returncode != 0
            except OSError as e:
                out.write(f"{e}\n")
                failed = True
            if failed:
                out.flush()
                last = log.read_text(encoding="utf-8").strip().splitlines()[-3:]
                give_up(
                    "the tools can't be fetched", *last, f"the whole of it: {log.relative_to(TARGET.parents[2])}"
                )
    (home / "complete").touch()


def emulator():
    """Lambda's runtime interface emulator, which comes with the template's tools."""
    return next(environment(TEMPLATE_TOOLS).glob("lib/*/site-packages/samcli/local/rapid/aws-lambda-rie-x86_64"))


def give_up(*why):
    print("not checked: " + "\n  ".join(why), file=sys.stderr, flush=True)
    sys.exit(NOT_TO_BE_HAD)
