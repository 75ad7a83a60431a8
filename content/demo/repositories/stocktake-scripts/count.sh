#!/bin/sh
set -e
cat scans/*.csv | python3 scanners/read_scans.py | sort -u > counted.tsv
