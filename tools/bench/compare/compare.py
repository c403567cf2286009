"""Compares Heat Watch with an analyst's script of rasterio on the same bytes, side by side in one run.

Called by `heatwatch bench`. Writes performance.json, and docs/performance.md with its chart.

    (a) one clear product in a folder, each time with a new process
    (b) one clear product after the other from S3 on the loopback interface, in processes that are already running,
        with and without a delay of each request
    (c) a back-fill from S3 with that delay, in a new process

The two sides take turns, because the speed of a shared machine varies; ratios are formed pair by pair.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.append(str(ROOT / "tools" / "stack" / "checks"))

import figures
import tools

FOLDER = ROOT / "tools" / "bench" / "target" / "compare"
BUCKET = "usgs-landsat"
SITE = "kaesong-simulated"
DELAY = 30
FIRST_DAY, LAST_DAY = "2021-01-01", "2025-10-31"
WARM_UP, WARM = 15, 25
SCRIPT = HERE / "rasterio_score.py"
PEERS = 8  # threads of the script in the comparison with parallel reads


def say(text):
    print(f"heatwatch: {text}", file=sys.stderr, flush=True)


def measured(command, environment=None, given=None):
    """Runs a command and returns its wall-clock and processor seconds and its peak memory in MB."""
    start = time.perf_counter()
    with (FOLDER / "output.log").open("wb") as log, (given or pathlib.Path(os.devnull)).open("rb") as standard_input:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=standard_input,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})},
        )
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        last = (FOLDER / "output.log").read_text(errors="replace").strip().splitlines()[-5:]
        sys.exit("heatwatch: " + "\n  ".join([f"{pathlib.Path(command[0]).name} failed:", *last]))
    scale = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
    return {
        "wall": wall,
        "processor": usage.ru_utime + usage.ru_stime,
        "megabytes": usage.ru_maxrss * scale / 1e6,
    }


class Conversation:
    """A process that answers each line with a line of JSON."""

    def __init__(self, command, environment=None):
        self.process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=(FOLDER / "conversation.log").open("ab"),
            text=True,
            bufsize=1,
            env={**os.environ, **(environment or {})},
        )

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"heatwatch: a process ended early; see {(FOLDER / 'conversation.log').relative_to(ROOT)}")
        return json.loads(line)

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        return self.answer()

    def end(self):
        self.process.stdin.close()
        self.process.wait(timeout=60)


def java(main, *arguments):
    home = pathlib.Path(os.environ["HEATWATCH_JAVA_HOME"])
    target = ROOT / "tools" / "bench" / "target"
    return [
        home / "bin" / "java",
        "--enable-native-access=ALL-UNNAMED",
        f"-Dheatwatch.natives={ROOT / 'layers' / 'gdal' / 'natives'}",
        "-cp",
        f"{target / 'classes'}{os.pathsep}{target / 'lib'}/*",
        f"org.heatwatch.bench.{main}",
        *arguments,
    ]


def archive():
    """The folder of simulated products, which is made once."""
    folder = FOLDER / "archive"
    if not (folder / BUCKET).exists():
        say("simulating an archive of five years (once, takes some minutes)")
        shutil.rmtree(folder, ignore_errors=True)
        source = ROOT / "sites" / f"{SITE}.geojson"
        measured([ROOT / "heatwatch", "simulate", source, "-o", FOLDER / "new", "--from", FIRST_DAY, "--to", LAST_DAY])
        (FOLDER / "new" / "bucket").rename(FOLDER / "new" / BUCKET)
        (FOLDER / "new").rename(folder)
    return folder


def products(folder):
    """The folder of one product of each acquisition, of level 2 if there is one, relative to that of the archive."""
    best = {}
    for path in sorted(folder.rglob("*_MTL.json")):
        satellite, level, scene, day = path.name.split("_")[:4]
        key = (day, scene, satellite)
        if key not in best or level == "L2SP":
            best[key] = path.parent.relative_to(folder)
    return [best[key] for key in sorted(best)]


def clear(site, root, folders, python):
    """The products in which the script sees most facilities: of an overcast one, neither side computes anything."""
    script = Conversation([python, SCRIPT, site, "--many"])
    seen = {folder: script.ask(str(root / folder))["seen"] for folder in folders}
    script.end()
    return [folder for folder in folders if seen[folder] > 0.9 * max(seen.values())]


def one_product(site, root, folders, python, rounds):
    ours, theirs = [], []
    for number in range(rounds + 1):
        product = root / folders[number % len(folders)]
        first = measured([ROOT / "heatwatch", "score", product, "--site", site, "--format", "json"])
        second = measured([python, SCRIPT, site, product])
        if number > 0:  # the first reads the programs from the disk
            ours.append(first)
            theirs.append(second)
    say(f"(a) one product: {len(ours)} pairs")
    return figures.case("one clear product, new process", ours, theirs)


def warm(site, root, folders, python, server, environment, delay):
    """One product after the other, each read by both sides in turn."""
    ours = Conversation(java("WarmProducts", environment["AWS_ENDPOINT_URL_S3"], BUCKET, site), environment)
    theirs = Conversation([python, SCRIPT, site, "--many"], environment)
    counted = Conversation([python, HERE / "bytes_needed.py", site, root])
    first, second, needed = [], [], []
    server.ask(f"delay {delay}")
    for number, folder in enumerate(folders[: WARM_UP + WARM]):
        mine = ours.ask(folder.name) | server.ask("counts")
        other = theirs.ask(f"s3://{folder}") | server.ask("counts")
        if number >= WARM_UP:
            first.append(mine)
            second.append(other)
            needed.append(counted.ask(str(folder)))
    for process in (ours, theirs, counted):
        process.end()
    say(f"(b) one product from S3, {delay} ms: {len(first)} pairs")
    return figures.case(
        f"one clear product from S3, running process, {delay} ms a request",
        [{"wall": each["seconds"], "requests": each["requests"], "bytes": each["bytes"]} for each in first],
        [{"wall": each["seconds"], "requests": each["requests"], "bytes": each["bytes"]} for each in second],
        reading=figures.spread([each["read"] for each in first]),
        bytesPerNeeded=figures.spread([each["bytes"] / least for each, least in zip(first, needed, strict=True)]),
    )


def backfill(site, folders, python, server, environment):
    server.ask(f"delay {DELAY}")
    names = FOLDER / "products.txt"
    names.write_text("".join(f"s3://{folder}\n" for folder in folders), encoding="utf-8")
    data = FOLDER / "data"
    shutil.rmtree(data, ignore_errors=True)
    command = [ROOT / "heatwatch", "backfill", "--site", site, "--from", FIRST_DAY, "--to", LAST_DAY, "--yes"]
    mine = measured([*command, "--data", data], environment) | server.ask("counts")
    say(f"(c) back-fill: {mine['wall']:.0f} s")
    other = measured([python, SCRIPT, site, "--many"], environment, names) | server.ask("counts")
    say(f"(c) the script: {other['wall']:.0f} s")
    parallel = measured([python, SCRIPT, site, "--many", PEERS], environment, names) | server.ask("counts")
    say(f"(c) the script with {PEERS} threads: {parallel['wall']:.0f} s")
    title = f"back-fill of {len(folders)} acquisitions from S3, {DELAY} ms a request"
    return [
        figures.case(title, [mine], [other]),
        figures.case(f"the same, the script with {PEERS} threads", [mine], [parallel]),
    ]


def main():
    parser = argparse.ArgumentParser(prog="heatwatch bench", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("-o", dest="output", type=pathlib.Path, default=ROOT / "docs", help="folder; default: docs")
    parser.add_argument("--rounds", type=int, default=7, help="pairs of (a); default: 7")
    arguments = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    python = tools.environment(HERE / "requirements.txt") / "bin" / "python"
    folder = archive()
    site = next(folder.glob("*.geojson"))
    folders = products(folder)
    load = os.getloadavg()[0]
    server = Conversation(java("ArchiveServer", folder))
    address = server.answer()
    environment = {
        "AWS_ENDPOINT_URL_S3": address["endpoint"],
        "AWS_ACCESS_KEY_ID": address["keyId"],
        "AWS_SECRET_ACCESS_KEY": address["secret"],
        "AWS_REGION": "us-west-2",
        "AWS_DEFAULT_REGION": "us-west-2",
    }
    try:
        seen = clear(site, folder, folders, python)
        cases = [
            one_product(site, folder, seen, python, arguments.rounds),
            warm(site, folder, seen, python, server, environment, 0),
            warm(site, folder, seen, python, server, environment, DELAY),
            *backfill(site, folders, python, server, environment),
        ]
    finally:
        server.end()
    figures.write(arguments.output, FOLDER.parent / "performance.json", cases, load)


if __name__ == "__main__":
    main()
