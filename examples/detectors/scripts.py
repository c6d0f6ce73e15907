"""Finds programs that check problems: the server marks them at an even pace, and no browser tells of a click."""
import sys
from collections import Counter, defaultdict
from datetime import datetime
from statistics import median
from logs import incidents, lines, score

folder = sys.argv[1]
marked, clicks = defaultdict(list), Counter()
for line in lines(folder):
    if line['event_source'] == 'browser':
        clicks[line['username'], line['agent']] += line['event_type'] == 'problem_check'
    elif isinstance(line['event'], dict) and 'attempts' in line['event']:
        marked[line['username'], line['agent']].append(datetime.fromisoformat(line['time'][:26]))

found = set()
for (username, agent), times in marked.items():
    times.sort()
    gaps = [(after - before).total_seconds() for before, after in zip(times, times[1:])]
    if len(gaps) >= 5 and median(gaps) < 3 and clicks[username, agent] < len(times) / 2:
        found.add(username)

true = {user['username'] for incident in incidents(folder, 'scripted-checking') for user in incident['users']
        if user['role'] == 'script'}
score(found, true)
