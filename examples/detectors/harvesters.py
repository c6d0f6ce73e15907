"""Finds pairs of accounts: one has answers shown, the other gives them, right at once, from the same address."""
import sys
from collections import Counter
from logs import incidents, lines, score

folder = sys.argv[1]
shown, solved = {}, {}  # by address and problem: who had the answer shown first, who was right at the first try
for line in sorted(lines(folder), key=lambda line: line['time']):
    event = line['event']
    if line['event_type'] in ('show_answer', 'showanswer'):
        shown.setdefault((line['ip'], event['problem_id']), []).append((line['time'], line['username']))
    elif line['event_source'] == 'server' and isinstance(event, dict) and event.get('attempts') == 1:
        if event['success'] == 'correct':
            solved.setdefault((line['ip'], event['problem_id']), []).append((line['time'], line['username']))

pairs = Counter()
for key in shown.keys() & solved.keys():
    pairs.update({(harvester, master) for before, harvester in shown[key] for after, master in solved[key]
                  if before < after and harvester != master})
found = {pair for pair, problems in pairs.items() if problems >= 3}

users = [user['username'] for incident in incidents(folder, 'harvester') for user in incident['users']
         if user['role'] != 'met']
score(found, set(zip(users[::2], users[1::2])))
