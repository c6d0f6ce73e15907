/** A program so long that a check of the second try no longer fits the 10,000 characters of a deployed line. */
import { program } from './parts.ts';

/** The frame is given to learners; only `play` is theirs. */
export const adventure = program(
  String.raw`# -*- coding: utf-8 -*-
# A small adventure. Rooms, things and moves are given; write play() at the end.

ROOMS = {
    "hall": {
        "text": "You are in a hall. A clock ticks. Doors lead north and east.",
        "exits": {"north": "kitchen", "east": "library"},
        "things": ["umbrella"],
    },
    "kitchen": {
        "text": "You are in a kitchen. It smells of burnt toast. A door leads south.",
        "exits": {"south": "hall", "north": "garden", "down": "cellar"},
        "things": ["bread", "candle"],
    },
    "garden": {
        "text": "You are in a garden. It rains. There is a well, and a door that leads south.",
        "exits": {"south": "kitchen"},
        "things": ["rope"],
    },
    "library": {
        "text": "You are in a library. Nobody has dusted it for years. A door leads west.",
        "exits": {"west": "hall", "up": "attic"},
        "things": ["atlas"],
    },
    "cellar": {
        "text": "You are in a cellar. It is too dark to see without a candle.",
        "exits": {"up": "kitchen"},
        "things": ["key"],
    },
    "attic": {
        "text": "You are in an attic. There is a chest with a large lock.",
        "exits": {"down": "library"},
        "things": [],
    },
}

HELP = "Commands: go DIRECTION, take THING, drop THING, look, bag, open, quit"


def describe(room):
    """Returns what a visitor of the room sees, as one string."""
    lines = [ROOMS[room]["text"]]
    for thing in ROOMS[room]["things"]:
        lines.append("There is a " + thing + " here.")
    return "\n".join(lines)


def go(room, direction):
    """Returns the room that lies in a direction, or the same room when there is no door."""
    exits = ROOMS[room]["exits"]
    if direction in exits:
        return exits[direction]
    print "There is no way " + direction + "."
    return room


def take(room, bag, thing):
    """Moves a thing from the room to the bag, if it is there and can be seen."""
    if room == "cellar" and "candle" not in bag:
        print "You feel around in the dark and find nothing."
    elif thing in ROOMS[room]["things"]:
        ROOMS[room]["things"].remove(thing)
        bag.append(thing)
        print "You take the " + thing + "."
    else:
        print "There is no " + thing + " here."


def drop(room, bag, thing):
    """Moves a thing from the bag to the room."""
    if thing in bag:
        bag.remove(thing)
        ROOMS[room]["things"].append(thing)
        print "You put the " + thing + " down."
    else:
        print "You do not have a " + thing + "."


def wet(room, bag):
    """Tells whether the visitor gets wet: it rains in the garden, and an umbrella helps."""
    return room == "garden" and "umbrella" not in bag


def weight(bag):
    """Returns how much a bag weighs, in pounds; what is not in the list weighs nothing."""
    weights = {"umbrella": 1.5, "bread": 1.0, "candle": 0.2, "atlas": 6.0, "key": 0.1, "rope": 3.5}
    total = 0.0
    for thing in bag:
        total += weights.get(thing, 0.0)
    return total


def won(room, bag):
    """Tells whether the chest can be opened."""
    return room == "attic" and "key" in bag


def split(line):
    """Returns the first word of a line and the rest of it, both in lower case."""
    words = line.strip().lower().split(" ", 1)
    if len(words) == 1:
        return words[0], ""
    return words[0], words[1].strip()


def play(lines):
    """Plays the commands of a list of lines; returns the number of moves until the chest is open, or None."""
    room = "hall"
    bag = []
    moves = 0
    print describe(room)
    for line in lines:
        command, rest = split(line)
        moves += 1
        if command == "quit":
            return None
        elif command == "go":
            before = room
            room = go(room, rest)
            if room != before:
                print describe(room)
            if wet(room, bag):
                print "You are getting wet."
        elif command == "take" and weight(bag) > 8.0:
            print "Your bag is too heavy already."
        elif command == "take":
            take(room, bag, rest)
        elif command == "drop":
            drop(room, bag, rest)
        elif command == "look":
            print describe(room)
        elif command == "bag":
            print "You carry: " + (", ".join(bag) or "nothing")
        elif command == "open" and won(room, bag):
            print "The lock turns. The chest is full of old exams!"
            return moves
        elif command == "open":
            print "Nothing here can be opened."
        else:
            moves -= 1
            print HELP
    return None`.split('\n'),
  ['            moves -= 1\n', ''],
  ['room = go(room, rest)', 'go(room, rest)'],
  ['            return moves', '            print moves'],
  ['    moves = 0\n', ''],
);
