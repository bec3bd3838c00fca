package hallmonitor.notifier.evidence.casefile;

/** The list of what was redacted and why; it names no one. */
final class Redactions {
  private Redactions() {}

  static String text(NameRedaction redaction, RedactedNames names) {
    StringBuilder text =
        new StringBuilder(
            """
            WHAT WAS REDACTED IN THIS PACKAGE, AND WHY

            Each student's name was replaced by one and the same number everywhere: the whole name in either order, and each
            of its words of three letters or more, with or without accents, in either case. Words of the comment that only look
            like a part of a name were replaced, too.

            """);
    for (RedactedNames.Student student : names.students()) {
      text.append(
          "%s  replaced %d times  %s%n"
              .formatted(student.placeholder(), redaction.counts().get(student), student.reason()));
    }
    if (redaction.withheld() > 0) {
      text.append(
          "%n%d text(s) were withheld as a whole: they hold a name in encoded form.%n"
              .formatted(redaction.withheld()));
    }
    text.append(
        """

        Attachments were left out as a whole: a picture or document may show a name.

        Withheld, too, is what a guess at a name could be tested against: each record's salt, the hashes of texts, answers and
        attachments, and the names of revisions. Ids that are hashes of what they name became numbers.

        The redacted parts cannot be hashed against the chain. The hashes of the originals stand in ledger/originals.json;
        HOW-TO-VERIFY.txt says what can be checked.
        """);
    return text.toString().replace("\r\n", "\n");
  }
}
