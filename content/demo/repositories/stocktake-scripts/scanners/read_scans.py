import csv
import sys

for row in csv.reader(sys.stdin):
    print("\t".join(row))
