/** A second program too long for a deployed line to hold twice, see adventure.ts. */
import { program } from './parts.ts';

/** Text processing in one piece, as learners hand it in: no frame given. */
export const wordCounts = program(
  String.raw`# -*- coding: utf-8 -*-
# Problem Set 6: what is in a text?
# Collaborators: none. Time spent: about 5 hours.

import string

STOP_WORDS = ["a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "had", "has", "have", "he",
              "her", "his", "i", "in", "is", "it", "not", "of", "on", "or", "she", "that", "the", "their", "they",
              "this", "to", "was", "were", "which", "with", "you"]


def load(name):
    """Reads a file and returns its lines without the newlines."""
    source = open(name)
    lines = [line.rstrip("\n") for line in source]
    source.close()
    return lines


def words_of(line):
    """Returns the words of a line, in lower case, without the punctuation around them.

    >>> words_of("Well, well -- what is this?")
    ['well', 'well', 'what', 'is', 'this']
    """
    found = []
    for word in line.split():
        word = word.strip(string.punctuation).lower()
        if word != "":
            found.append(word)
    return found


def count(lines):
    """Returns a dictionary from each word to how often it occurs."""
    counts = {}
    for line in lines:
        for word in words_of(line):
            counts[word] = counts.get(word, 0) + 1
    return counts


def without_stop_words(counts):
    """Returns a new dictionary that leaves the most common English words out."""
    kept = {}
    for word in counts:
        if word not in STOP_WORDS:
            kept[word] = counts[word]
    return kept


def most_common(counts, n):
    """Returns the n most common words, the most common first; words that are equally common in order of the
    alphabet."""
    pairs = []
    for word in counts:
        pairs.append((-counts[word], word))
    pairs.sort()
    return [word for (_, word) in pairs[:n]]


def only_once(counts):
    """Returns the words that occur exactly once, in order of the alphabet."""
    result = []
    for word in counts:
        if counts[word] == 1:
            result.append(word)
    result.sort()
    return result


def average_length(counts):
    """Returns the average length of the words of a text, each as often as it occurs; 0.0 for a text without words."""
    letters = 0
    total = 0
    for word in counts:
        letters += len(word) * counts[word]
        total += counts[word]
    if total == 0:
        return 0.0
    return letters / float(total)


def longest_line(lines):
    """Returns the number, counted from 1, of the line with the most words; the first one if there are several."""
    best, most = 0, -1
    for number, line in enumerate(lines):
        length = len(words_of(line))
        if length > most:
            best, most = number + 1, length
    return best


def sentences(lines):
    """Returns the sentences of a text: what ends in a full stop, a question mark or an exclamation mark. A
    sentence may go over several lines, and a line may hold several sentences."""
    found = []
    current = ""
    for letter in " ".join(lines):
        current += letter
        if letter in ".?!":
            found.append(current.strip())
            current = ""
    if current.strip() != "":
        found.append(current.strip())
    return found


def neighbours(lines, wanted):
    """Returns a dictionary from each word that follows the wanted one somewhere to how often it does."""
    counts = {}
    before = None
    for line in lines:
        for word in words_of(line):
            if before == wanted:
                counts[word] = counts.get(word, 0) + 1
            before = word
    return counts


def similarity(one, other):
    """Returns the share of all the words of two texts that are in both, between 0.0 and 1.0."""
    both = [word for word in one if word in other]
    either = set(one.keys()) | set(other.keys())
    if len(either) == 0:
        return 0.0
    return len(both) / float(len(either))


def report(name):
    """Prints what there is to say about the text in a file."""
    lines = load(name)
    counts = count(lines)
    telling = without_stop_words(counts)
    print "Text:", name
    print "Lines:", len(lines)
    print "Words:", sum(counts.values())
    print "Different words:", len(counts)
    print "Average length: %.2f" % average_length(counts)
    print "Sentences:", len(sentences(lines))
    print "Longest line:", longest_line(lines)
    print "Words that occur once:", len(only_once(counts))
    print "Most common words:"
    for word in most_common(telling, 10):
        print "    %-15s %5d" % (word, telling[word])


if __name__ == "__main__":
    report("alice.txt")`.split('\n'),
  ['float(total)', 'total'],
  ['-counts[word], word', 'counts[word], word'],
  ['length > most', 'length >= most'],
  ['.lower()', ''],
);
