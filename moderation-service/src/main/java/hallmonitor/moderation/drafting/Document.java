package hallmonitor.moderation.drafting;

import hallmonitor.moderation.casework.Words;
import java.util.Arrays;
import java.util.Optional;

/** A file of the district that is drafted and published here. */
public enum Document {
  POLICY("policy.yaml"),
  DISTRICT("district.yaml");

  private final String file;

  Document(String file) {
    this.file = file;
  }

  /** The name of the file that it is in force as. */
  public String file() {
    return file;
  }

  /** As tables and addresses name it. */
  public String code() {
    return Words.of(this);
  }

  public static Optional<Document> of(String code) {
    return Arrays.stream(values()).filter(d -> d.code().equals(code)).findFirst();
  }
}
