"""What the detectors share: the lines of a run, its incidents, and a score."""
import glob, gzip, json, tarfile

def lines(folder):
    """Every line of a run's tars as a dict, but for those that a platform has cut."""
    for path in sorted(glob.glob(folder + '/*.tar')):
        with tarfile.open(path) as tar:
            for member in tar:
                for line in gzip.open(tar.extractfile(member)):
                    try:
                        yield json.loads(line)
                    except ValueError:
                        pass

def incidents(folder, kind):
    with open(folder + '/truth/incidents.jsonl') as truth:
        return [incident for incident in map(json.loads, truth) if incident['kind'] == kind]

def score(found, true):
    hits = len(found & true)
    print('precision %.2f recall %.2f (found %d, true %d)' % (
        hits / max(1, len(found)), hits / max(1, len(true)), len(found), len(true)))
