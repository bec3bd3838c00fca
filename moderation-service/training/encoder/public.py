"""Combines the public data sets into one table for training both models.

usage: python3 public.py DATA-FOLDER > public.tsv

DATA-FOLDER holds the CSV files named in ../MODEL-CARD.md (columns: text, label columns of 1/0/blank, extra); a missing
set is reported on standard error and skipped. Uses only Python's standard library.

A row of the table: split, source, one column per label in LABELS (1, 0, or blank for unknown), text. The split depends
only on a hash of the text: one row in twenty is 'test' and one is 'dev'. 'school' is 0 if the text certainly has none
of the labels that only the project's own corpus has (self-harm, disclosure, confidential, report of a threat); it is
never 1.

What a set calls harmless is harmless here too, for every label. The models were run over such rows, and those that they took most
surely for harm were read: benign-read.tsv holds what each of these is, by a hash of its text.
"""
import csv
import hashlib
import pathlib
import random
import re
import sys
import zlib

LABELS = ["toxic", "obscene", "threat", "insult", "identity", "sexual", "spam", "school"]
SEED = 7

# A weak label for unlabeled rows: the word itself decides.
OBSCENE = re.compile(
    r"\b(\w*fuck\w*|\w*shit|shit\w*|bitch\w*|cunts?|ass ?holes?|dick ?heads?|dicks?|puss(y|ies)|whores?|sluts?|bastards?"
    r"|cocks?|cocksucker\w*|twats?|wank\w*|motherf\w+|bullshit|nigg\w+|fag(s|got|gots)?|hoes?|dumbass\w*|jackass\w*"
    r"|pricks?|bollocks|arse\w*)\b", re.I)
SEXUAL = re.compile(
    r"\b(porn\w*|blow ?jobs?|hand ?jobs?|cum(ming|shot|s)?|orgasm\w*|masturbat\w*|horny|penis(es)?|vagina\w*|dildos?|anal"
    r"|erotic\w*|boobs?|boobies|tits|titties|nudes|jerk(ing)? off|have sex with|had sex with|sex with (me|you|her|him)"
    r"|suck my|my (dick|cock)|naked|clit\w*|ejaculat\w*|erection|threesome|gang ?bang\w*|deepthroat\w*|hentai|milf)\b", re.I)
PERHAPS_SEXUAL = re.compile(
    r"\b(sex\w*|dick\w*|cock\w*|pussy|pussies|rap(e|ed|ing|ist)\w*|fuck(ed|ing)? (her|him|me|you)|slut\w*|whore\w*|nude\w*"
    r"|thigh\w*|breast\w*|virgin\w*|molest\w*|lick\w*|kiss\w*|bed)\b", re.I)
# In a word list, but no reason by itself to call a text obscene.
MILD = {"sex", "sexy", "sexual", "sexually", "god", "damn", "hell", "suck", "sucks", "gay", "lesbian", "homosexual", "xx",
        "xxx", "queer", "rape", "nude", "nudity", "kill", "lesbo", "escort", "hooker", "crap"}
GLAD = {"admiration", "amusement", "approval", "caring", "excitement", "gratitude", "joy", "love", "optimism", "pride",
        "relief"}
CALM = {"neutral", "curiosity", "surprise", "realization", "desire", "confusion"}
HARMLESS = dict.fromkeys(LABELS, 0)
# The label of the table for a category of benign-read.tsv; the other categories only say that a text is not harmless.
OF_CATEGORY = {"profanity": "obscene", "threat": "threat", "bullying": "insult", "hate": "identity", "sexual": "sexual",
               "spam": "spam"}
GROUPS_ONLY = {"edos", "implicit_hate", "toxigen_human"}
NO_SPAM = {"goemotions", "civil_safe", "davidson", "convabuse", "hatemojibuild"}


class Mix:
    def __init__(self, folder):
        csv.field_size_limit(10**9)
        self.folder = pathlib.Path(folder)
        self.random = random.Random(SEED)
        self.rows = []
        self.reread = {}
        for line in pathlib.Path(__file__).with_name("benign-read.tsv").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                digest, categories = line.split("\t")
                self.reread[digest] = categories.split()
        self.canonical = self.read("lexicon_surge_canonical")
        words = self.folder / "lexicon_ldnoobw_en.txt"
        self.listed = [w.strip() for w in words.open(encoding="utf-8") if w.strip()] if words.exists() else []
        self.lexicon = {r["text"].lower() for r in self.canonical if " " not in r["text"]}
        self.lexicon |= {w.lower() for w in self.listed if w.isalpha()}
        self.lexicon -= MILD

    def read(self, name):
        path = self.folder / (name + ".csv")
        if not path.exists():
            print(f"{path} is missing: left out", file=sys.stderr)
            return []
        with path.open(encoding="utf-8") as lines:
            return list(csv.DictReader(lines))

    def shuffled(self, name):
        rows = self.read(name)
        self.random.shuffle(rows)
        return rows

    def has_listed_word(self, text):
        return any(w in self.lexicon for w in re.findall(r"[a-z]+", text.lower()))

    def add(self, source, text, labels, times=1):
        text = " ".join(text.split())
        if not text:
            return
        y = {label: labels.get(label) for label in LABELS}
        y.update(self.as_read(text))
        if y["toxic"] is None and 1 in (y["threat"], y["insult"], y["identity"]):
            y["toxic"] = 1
        if y["toxic"] == 0:
            for label in ("threat", "insult", "identity"):
                y[label] = 0 if y[label] is None else y[label]
        if y["obscene"] is None:
            y["obscene"] = 1 if OBSCENE.search(text) else None if self.has_listed_word(text) else 0
        if y["sexual"] is None:
            if SEXUAL.search(text):
                y["sexual"] = None if source in GROUPS_ONLY else 1
            elif not PERHAPS_SEXUAL.search(text):
                y["sexual"] = 0
        if y["spam"] is None and source in NO_SPAM and "http" not in text:
            y["spam"] = 0
        where = split(text)
        self.rows += [(where, source, y, text)] * (times if where == "train" else 1)

    def as_read(self, text):
        """Labels of a row that was read again; nothing if it was not."""
        categories = self.reread.get(digest(text))
        if categories is None:
            return {}
        if categories == ["harmless"]:
            return HARMLESS
        if categories == ["unsure"]:
            return dict.fromkeys(LABELS)
        named = {OF_CATEGORY[c]: 1 for c in categories if c in OF_CATEGORY}
        return {**HARMLESS, "toxic": None, "school": None, **named}

    @staticmethod
    def upto(most, rows):
        """Keeps this many of the rows without a positive label."""
        for row in rows:
            y = numbers(row)
            if not any(y.values()):
                if most == 0:
                    continue
                most -= 1
            yield row, y

    def mix(self):
        for row in self.read("jigsaw6"):
            y = numbers(row)
            self.add("jigsaw6", row["text"], quiet(y), 6 if y.get("threat") else 2 if y.get("identity") else 1)
        for row, y in self.upto(8500, self.shuffled("jigsaw_bin")):
            self.add("jigsaw_bin", row["text"], quiet(y))
        offensive = 0
        for row in self.shuffled("davidson"):
            y = numbers(row)
            if y.get("toxic") == 1 and y.get("identity") == 0:
                offensive += 1
                if offensive > 5500:
                    continue
                y.pop("identity")  # tweets labeled offensive but not hateful are full of slurs: unknown
            y.pop("obscene", None)
            self.add("davidson", row["text"], y)
        for row in self.read("hatemojibuild"):
            y = numbers(row)
            threat = "threat" in row["extra"].lower()
            if threat or y["identity"] == 0:
                y["threat"] = int(threat)
            self.add("hatemojibuild", row["text"], y, 3 if threat else 2)
        for row, y in self.upto(6000, self.shuffled("edos")):
            self.add("edos", row["text"], quiet(y), 4 if y.get("threat") else 1)
        for row, y in self.upto(5000, self.shuffled("cad")):
            self.add("cad", row["text"], quiet(y))
        for source in ("toxigen_human", "implicit_hate"):
            for row in self.read(source):
                self.add(source, row["text"], numbers(row))
        self.feelings()
        for row in self.read("convabuse"):
            y = numbers(row)
            self.add("convabuse", row["text"], y, 8 if y.get("sexual") else 1)
        for row in self.read("civil_threat"):
            self.add("civil_threat", row["text"], {"threat": 1}, 4)
        for row in self.read("civil_safe"):
            self.add("civil_safe", row["text"], {**numbers(row), "spam": 0, "school": 0})
        for row in self.read("civil_toxic") + self.shuffled("toxic_spans")[:4000]:
            self.add("civil_toxic", row["text"], {"toxic": 1})
        for row in self.read("sms_spam"):
            y = numbers(row)
            self.add("sms_spam", row["text"], y if y["spam"] else HARMLESS, 2 if y["spam"] else 1)
        for row in self.read("youtube_spam"):
            y = numbers(row)
            self.add("youtube_spam", row["text"], y if y["spam"] else HARMLESS, 3)
        self.words()
        self.random.shuffle(self.rows)

    def feelings(self):
        """GoEmotions has no toxicity label; texts without an angry, sad or fearful feeling count as harmless."""
        for row in self.shuffled("goemotions"):
            felt = set(re.split(r"[,| ]+", row["extra"].strip()))
            if felt <= GLAD | CALM:
                listed = self.has_listed_word(row["text"]) or OBSCENE.search(row["text"])
                self.add("goemotions", row["text"], {**HARMLESS, "toxic": None, "obscene": None, "sexual": None} if listed else HARMLESS)

    def words(self):
        """Adds single words: listed ones and many harmless ones, since a text model overreacts to words it seldom saw alone."""
        frames = ["{}", "{}", "{}!!", "omg {}", "you {}", "that is {} lol", "stop being a {}", "what the {}", "{} off"]
        for row in self.canonical:
            sexual = 1 if "sexual" in row["category"] and row["severity"] >= "2" else None
            for _ in range(3):
                text = self.random.choice(frames).format(row["text"])
                self.add("lexicon", text, {"obscene": 1, "threat": 0, "sexual": sexual, "spam": 0})
        for word in self.listed:
            self.add("lexicon", word, {"obscene": 1, "threat": 0, "sexual": 1 if SEXUAL.search(word) else None, "spam": 0})
        seen = {w for _, source, y, text in self.rows if source in ("goemotions", "civil_safe") and y["toxic"] == 0
                for w in re.findall(r"[a-z]{4,14}", text.lower())}
        innocent = sorted(w for w in seen if not OBSCENE.search(w) and not PERHAPS_SEXUAL.search(w))
        for word in self.random.sample(innocent, min(3000, len(innocent))):
            if word not in self.lexicon and word not in MILD:
                self.add("words", self.random.choice([word, word, word.title(), "the " + word]), dict.fromkeys(LABELS, 0))


def numbers(row):
    return {label: int(float(row[label])) for label in LABELS if row.get(label) not in (None, "")}


def digest(text):
    """Returns the name of a text in benign-read.tsv: half of the SHA-256 of its words with single spaces between them."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:32]


def quiet(y):
    """What is not even rude is no cry for help and names no child."""
    return {**y, "school": 0} if y.get("toxic") == 0 else y


def split(text):
    bucket = zlib.crc32(text.encode()) % 20
    return "test" if bucket == 0 else "dev" if bucket == 1 else "train"


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python3 public.py DATA-FOLDER > public.tsv")
    mix = Mix(sys.argv[1])
    mix.mix()
    if not mix.rows:
        sys.exit(f"{sys.argv[1]} holds none of the data sets that the model card names")
    print("\t".join(["split", "source", *LABELS, "text"]))
    for where, source, y, text in mix.rows:
        print("\t".join([where, source, *("" if y[k] is None else str(y[k]) for k in LABELS), text]))


if __name__ == "__main__":
    main()
