package hallmonitor.moderation.console.export;

import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.wording.Sentence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An export that the viewer asked for; the fields as in the table.
 *
 * @param found comments and posts so far
 * @param total records that are to be written; 0 until that is known
 * @param bytes of its files so far
 */
public record ExportView(
    UUID exportId,
    String query,
    String scope,
    String purpose,
    String words,
    Instant askedAt,
    String state,
    long found,
    long total,
    long written,
    long bytes,
    String manifest,
    @Nullable Instant endedAt) {
  public boolean isInWork() {
    return endedAt == null;
  }

  public boolean isReady() {
    return state.equals("ready");
  }

  /** Returns until when it can be downloaded. */
  public Instant until(Duration kept) {
    return (endedAt == null ? askedAt : endedAt).plus(kept);
  }

  public String getSize() {
    return DisplayLabels.megabytes(bytes);
  }

  /** Returns the SHA-256 of the manifest, lower-case hex. */
  public String getSha256() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(manifest.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** Returns how it stands, in a sentence. */
  public Sentence getStanding() {
    return switch (state) {
      case "finding" ->
          Sentence.of("Looking for comments and posts: {1} so far.", DisplayLabels.count(found));
      case "writing" ->
          Sentence.of(
              "Writing the files: {1} of {2} records.",
              DisplayLabels.count(written), DisplayLabels.count(Math.max(total, written)));
      case "ready" ->
          Sentence.of(
              "Ready: {1} comments and posts, {2} records.",
              DisplayLabels.count(found), DisplayLabels.count(written));
      case "too-many" ->
          Sentence.of(
              "The search finds too much for one export. Add a word, an account, or dates, then export"
                  + " each part.");
      case "too-large" ->
          Sentence.of(
              "The files are too large for one export. Choose fewer days, then export each part.");
      case "refused" ->
          Sentence.of(
              "What you may see has changed since you asked, so nothing was made. Ask again.");
      case "removed" -> Sentence.of("The file was removed.");
      case "disposed" ->
          Sentence.of("Records were disposed of, so each earlier export was removed. Ask again.");
      default ->
          Sentence.of(
              "It was not made. Ask again. If it fails again, ask the technology director to check the"
                  + " log.");
    };
  }
}
