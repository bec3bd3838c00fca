package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.policy.change.PolicyDifferences;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.yaml.InvalidFileException;
import java.util.List;

/** The differences of two texts of a document, one sentence each. */
final class Differences {
  private Differences() {}

  /** Returns nothing for documents other than the policy, and for a text with mistakes. */
  static List<Sentence> inWords(Document document, String before, String after) {
    if (document != Document.POLICY) {
      return List.of();
    }
    try {
      return PolicyDifferences.between(PolicyFile.read(before), PolicyFile.read(after));
    } catch (InvalidFileException e) {
      return List.of();
    }
  }
}
