package hallmonitor.moderation.console.policy;

import static hallmonitor.moderation.console.page.DisplayLabels.plain;
import static hallmonitor.moderation.console.page.DisplayLabels.small;

import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.policy.change.PolicyDifferences;
import hallmonitor.moderation.policy.change.PolicyWords;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.yaml.InvalidFileException;
import java.util.List;

/** The differences of two texts of a document, one sentence each. */
final class Differences {
  /** In the language of the reader who asks. */
  private static final PolicyWords WORDS =
      new PolicyWords() {
        @Override
        public String category(Category category) {
          return small(DisplayLabels.category(category.label()));
        }

        @Override
        public String role(String code) {
          return small(plain(code));
        }

        @Override
        public String accountKind(String code) {
          return small(plain(code));
        }
      };

  private Differences() {}

  /** Returns nothing for documents other than the policy, and for a text with mistakes. */
  static List<Sentence> inWords(Document document, String before, String after) {
    if (document != Document.POLICY) {
      return List.of();
    }
    try {
      return PolicyDifferences.between(PolicyFile.read(before), PolicyFile.read(after), WORDS);
    } catch (InvalidFileException e) {
      return List.of();
    }
  }
}
