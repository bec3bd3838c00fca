package hallmonitor.moderation.console.evidence;

import hallmonitor.contract.event.EvidenceResult.Problem;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place that is not right, in the reader's language.
 *
 * @param where a record, a file, or the package itself
 */
public record ProblemView(CharSequence where, Sentence why) {
  private static final Set<String> FILE = Set.of("the package", "the answer");
  private static final Pattern RECORD = Pattern.compile("record (\\d+)");

  /** How the sentences about a file begin that is too large for a service. */
  private static final List<String> TOO_LARGE =
      List.of("it unpacks to more than ", "it has more than ", "its JSON holds more than ");

  private static final List<String> FOREIGN_KEY =
      List.of("it is signed by the key ", "it is made with the key ");

  /** What the verification says most, as the notifier writes it. */
  private static final Map<String, Sentence> KNOWN =
      Map.ofEntries(
          Map.entry(
              "it is not the file that was packed: its hash differs",
              Sentence.of("It is not the file that was packed. It was changed.")),
          Map.entry("it is missing", Sentence.of("It is missing.")),
          Map.entry(
              "it was added: SHA256SUMS does not list it",
              Sentence.of("It was added later. The package's list of files does not name it.")),
          Map.entry(
              "it is no whole .zip: it was cut off, or changed",
              Sentence.of(
                  "It is not a complete package. It was cut off or changed, or is another file.")),
          Map.entry("it holds no record", Sentence.of("It holds no sealed record.")),
          Map.entry(
              "its content does not have its hash: it was changed after it was sealed",
              Sentence.of("It was changed after it was sealed.")),
          Map.entry(
              "its signature does not fit: it was changed",
              Sentence.of("Its signature does not match. It was changed.")),
          Map.entry(
              "it is not what its record holds",
              Sentence.of("It is not what its sealed record holds.")),
          Map.entry(
              "the district's ledger does not hold it",
              Sentence.of("Your district's ledger does not hold it.")),
          Map.entry(
              "its records are not those of the ledger",
              Sentence.of("It does not say what the sealed records say.")),
          Map.entry(
              "it is not the file that was signed: its hash differs",
              Sentence.of("It is not the file that was signed. It was changed.")),
          Map.entry(
              "it is not the list that was signed",
              Sentence.of("It is not the list of files that was signed.")),
          Map.entry(
              "it was added, or is there twice: SHA256SUMS does not list it",
              Sentence.of("It was added later. The list of files does not name it.")),
          Map.entry(
              "it does not fit: it was changed",
              Sentence.of("Its signature does not match. It was changed.")),
          Map.entry("it is damaged", Sentence.of("It is damaged.")),
          Map.entry(
              "it is damaged: no signature can be read from it", Sentence.of("It is damaged.")),
          Map.entry(
              "the district has no key yet that could vouch for it",
              Sentence.of("Your district has no key yet. It gets one with the first signature.")));

  static ProblemView of(Problem problem) {
    return new ProblemView(where(problem.where()), why(problem.why()));
  }

  private static CharSequence where(String where) {
    Matcher record = RECORD.matcher(where);
    if (record.matches()) {
      return Sentence.of("Record {1}", record.group(1));
    }
    return FILE.contains(where) ? Sentence.of("The file") : where;
  }

  private static Sentence why(String why) {
    if (FOREIGN_KEY.stream().anyMatch(why::startsWith)) {
      return Sentence.of("It is signed with a key that is not your district's.");
    }
    if (TOO_LARGE.stream().anyMatch(why::startsWith)) {
      return Sentence.of(
          "It is too large to be verified here. The command on the server has more room.");
    }
    Sentence known = KNOWN.get(why);
    return known == null ? Sentence.of("The verification says: {1}", why) : known;
  }
}
