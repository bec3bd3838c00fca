package hallmonitor.moderation.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a display name is worth on the platform where a comment was written. */
public enum AuthorNames {
  /** Members appear under their own names. */
  SHOWN,
  /** Members appear under handles; the platform knows who they are. */
  HANDLES,
  /** Anyone can write, under any name or none. */
  FREE;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** Returns the name used in files: {@code shown}, {@code handles} or {@code free}. */
  public String label() {
    return label;
  }

  public static Optional<AuthorNames> of(String label) {
    return Arrays.stream(values()).filter(names -> names.label.equals(label)).findFirst();
  }
}
