"""Finds outages by rates: ten minutes in which hardly anybody is heard of, among hours in which many are."""
import sys
from collections import defaultdict
from datetime import datetime, timedelta
from statistics import median
from logs import incidents, lines, score

STEP = timedelta(minutes=10)
folder = sys.argv[1]
start = datetime(2000, 1, 1)
step = lambda time: (datetime.fromisoformat(time[:19]) - start) // STEP

people = defaultdict(set)
for line in lines(folder):
    people[step(line['time'])].add(line['username'] or line['ip'])
found = set()
for at in range(min(people), max(people) + 1):
    usual = median(len(people[at + far]) for far in range(-24, 25) if abs(far) > 6)
    if usual >= 5 and len(people[at]) <= usual / 8:
        found.add(at)

true = {at for incident in incidents(folder, 'outage') for at in range(step(incident['from']), step(incident['to']))}
score(found, true)
