"""Adds up the reports of all test runners: prints each failure and skip with its reason, then
"N passed, N failed, N skipped". A build that ended badly without a failed test to show for it counts
as one failure. Exits 1 if a test failed or none ran.

Arguments: the checkout's root, Maven's exit code."""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def cases(root):
    reports = [*root.glob("*/target/surefire-reports/TEST-*.xml")]
    reports += root.glob("*/target/failsafe-reports/TEST-*.xml")
    reports += root.glob("tests/target/python.xml")
    for report in sorted(reports):
        yield from ElementTree.parse(report).getroot().iter("testcase")


def main():
    passed = failed = skipped = 0
    for case in cases(Path(sys.argv[1])):
        name = f"{case.get('classname')}.{case.get('name')}"
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
            print(f"FAILED {name}")
        elif skip is not None:
            skipped += 1
            print(f"skipped {name}: {skip.get('message') or 'no reason given'}")
        else:
            passed += 1
    build = int(sys.argv[2])
    if build and not failed:
        failed += 1
        print(f"FAILED build: Maven ended with exit code {build}, and not for a failed test")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
