package hallmonitor.moderation.console.answer;

import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest package of a request.
 *
 * @param done records so far
 * @param pictureRemoved whether a picture that stood in it was removed for good
 * @param current whether no item was decided otherwise since it was begun
 * @param signer the public key, as PEM; empty before it is signed
 * @param endedAt null while it is made
 */
public record AnswerView(
    UUID answerId,
    String state,
    long items,
    long done,
    boolean pictureRemoved,
    boolean current,
    String askedBy,
    Instant askedAt,
    long bytes,
    String sha256,
    String signer,
    @Nullable Instant endedAt) {
  public boolean isInWork() {
    return endedAt == null;
  }

  public boolean isReady() {
    return state.equals("ready");
  }

  public boolean isLeaking() {
    return state.equals("leaking");
  }

  /** Returns whether it was sent with a picture that was removed since. */
  public boolean isWithRemovedPicture() {
    return pictureRemoved && isReady();
  }

  /** Returns whether it was given up because of the bytes of its pictures. */
  public boolean isTooLarge() {
    return state.equals("too-large");
  }

  public String getSize() {
    return DisplayLabels.megabytes(bytes);
  }

  /** Returns the fingerprint of the key, as it is published with the evidence. */
  public String getFingerprint() {
    return SignerKey.fingerprint(signer);
  }

  public Sentence getStanding() {
    return switch (state) {
      case "making" -> Sentence.of("Making the files: {1} of {2} records.", done, items);
      case "checking" ->
          Sentence.of("Opening the package again, to search it for what must not go out.");
      case "signing" ->
          Sentence.of(
              "Waiting for the notifier, which signs it. If this lasts, check that it is running.");
      case "packing" -> Sentence.of("Packing what was signed.");
      case "ready" ->
          current
              ? Sentence.of("Ready: searched, and signed.")
              : Sentence.of("Items were decided otherwise after it was made. Make it again.");
      case "leaking" ->
          Sentence.of(
              "Not released: words that are redacted or withheld stand in it. Check each place below.");
      case "too-large" ->
          Sentence.of(
              "Not made: its pictures have too many bytes for one package. Nothing of it was kept.");
      case "outdated" ->
          pictureRemoved
              ? Sentence.of(
                  "A picture that stood in it was removed for good, so this package was removed, too. Its"
                      + " request is closed.")
              : Sentence.of(
                  "Items were decided otherwise while it was made, or a picture became another one. Make it"
                      + " again.");
      default ->
          Sentence.of(
              "It was not made. Make it again. If it fails again, ask the technology director to check the log.");
    };
  }
}
