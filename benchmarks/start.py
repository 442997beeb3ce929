"""How long the package takes to start, in fresh processes, beside json and pycountry.

Run it with the Python of an environment in which the wheel and pycountry are installed:

    python benchmarks/start.py [ROUNDS]
"""

import subprocess
import sys
import time
from statistics import median

CASES = {
    "bare": "pass",
    "import json": "import json",
    "import korea_nato": "import korea_nato",
    "attrs, cattrs, json": "import attrs, cattrs, json",
    "pycountry, one look-up": "import pycountry; pycountry.countries.get(alpha_2='KR')",
    "ITPP, one area": "from korea_nato import ITPP; ITPP.areas['cyber-defence']",
    "events": "from korea_nato import events; events()",
    "claims": "from korea_nato import claims; claims()",
}
# The files are those of the installed record; what the question imports is imported before.
FIRST_CLAIMS = """
import json, time
from pathlib import Path
from korea_nato import claims
from korea_nato._storage.bundled import bundled_folder
paths = list(Path(str(bundled_folder())).rglob("*.json"))
start = time.perf_counter()
for path in paths:
    json.loads(path.read_bytes())
between = time.perf_counter()
claims()
print((time.perf_counter() - between) / (between - start))
"""


def seconds(code: str) -> float:
    """Return the wall-clock time of a fresh process."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, cwd="/")
    return time.perf_counter() - start


def claims_ratio() -> float:
    """Return how many times as long as ``json.loads`` of the same files the first claims take."""
    run = subprocess.run([sys.executable, "-c", FIRST_CLAIMS], check=True, cwd="/", capture_output=True, text=True)
    return float(run.stdout)


def main(rounds: int) -> None:
    """Print the median of each case, interleaved, and the ratios with their limits."""
    times: dict[str, list[float]] = {name: [] for name in CASES}
    for _ in range(rounds + 1):
        for name, code in CASES.items():
            times[name].append(seconds(code))
    # The first round fills the caches of the machine.
    over = {name: 1000 * (median(found[1:]) - median(times["bare"][1:])) for name, found in times.items()}
    for name, milliseconds in over.items():
        print(f"{name:24}{milliseconds:8.1f} ms over a bare interpreter")
    print(f"import korea_nato / import json: {over['import korea_nato'] / over['import json']:.2f} (at most 0.1)")
    print(f"ITPP / pycountry: {over['ITPP, one area'] / over['pycountry, one look-up']:.2f} (at most 1.0)")
    print(f"first claims / json.loads: {median(claims_ratio() for _ in range(rounds)):.2f} (at most 4)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
