package hallmonitor.moderation.drafting;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.pipeline.rules.AccountsFile;
import hallmonitor.moderation.pipeline.rules.DecisionsFile;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.rules.RequestsFile;
import hallmonitor.moderation.policy.file.DistrictNames;
import hallmonitor.moderation.policy.file.PolicyFile;
import hallmonitor.moderation.policy.file.RepliesFile;
import hallmonitor.settings.district.District;
import hallmonitor.settings.district.DistrictFile;
import hallmonitor.settings.escalation.EscalationFile;
import hallmonitor.settings.notice.NoticesFile;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file of the district that is drafted and published in the console. A new one needs one line
 * here.
 */
public enum Document {
  POLICY("policy.yaml", (text, beside) -> PolicyFile.read(text, beside.names()), ""),
  DISTRICT("district.yaml", Document::district, ""),
  ESCALATION(EscalationFile.NAME, alone(EscalationFile::read), EscalationFile.shipped()),
  DECISIONS(DecisionsFile.NAME, alone(DecisionsFile::read), ""),
  REPLIES(RepliesFile.NAME, alone(RepliesFile::read), ""),
  NOTICES(NoticesFile.NAME, alone(NoticesFile::read), NoticesFile.shipped()),
  ACCOUNTS(
      AccountsFile.NAME,
      (text, beside) -> AccountsFile.read(text, beside.folder()),
      AccountsFile.shipped()),
  REQUESTS(RequestsFile.NAME, alone(RequestsFile::read), RequestsFile.shipped());

  /** Reads a text like the services do, together with the other current files. */
  private interface Reader {
    Object read(String text, LiveRules beside);
  }

  private final String file;
  private final Reader reader;
  private final String sample;

  Document(String file, Reader reader, String sample) {
    this.file = file;
    this.reader = reader;
    this.sample = sample;
  }

  private static Reader alone(Function<String, ?> reader) {
    return (text, beside) -> reader.apply(text);
  }

  /**
   * A new name in the district can turn a word of the policy into a mistake, and an account without
   * a connector would never be read.
   */
  private static District district(String text, LiveRules beside) {
    District district = DistrictFile.read(text);
    PolicyFile.read(beside.policy().current().text(), DistrictNames.of(district));
    return district;
  }

  /** Returns the file name. */
  public String file() {
    return file;
  }

  /** Returns whether it has names, addresses and numbers of staff. */
  public boolean namesPeople() {
    return this == DISTRICT || this == ESCALATION;
  }

  /** Returns the name in tables and addresses. */
  public String code() {
    return EnumCodes.of(this);
  }

  /**
   * Reads a text.
   *
   * @param text blank if there is no such file
   * @throws hallmonitor.settings.yaml.InvalidFileException with all mistakes
   */
  Object read(String text, LiveRules beside) {
    return reader.read(text, beside);
  }

  /** Returns the start of a draft if there is no file yet. */
  public String sample() {
    return sample;
  }

  public static Optional<Document> of(String code) {
    return Arrays.stream(values()).filter(d -> d.code().equals(code)).findFirst();
  }
}
