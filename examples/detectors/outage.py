"""Finds outages by rates: a silence in which two dozen people would have been heard of, by the hours around it."""
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
    if line['username']:
        people[step(line['time'])].add(line['username'])
usual = lambda at: median(len(people[at + far]) for far in range(-30, 31) if abs(far) > 12)
found, silence = set(), []
for at in range(min(people), max(people) + 1):
    if len(people[at]) <= usual(at) / 8:
        silence.append(at)
        continue
    if sum(map(usual, silence)) >= 24:
        found.update(silence)
    silence = []

true = {at for incident in incidents(folder, 'outage') for at in range(step(incident['from']), step(incident['to']))}
score(found, true)
