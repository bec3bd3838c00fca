package hallmonitor.moderation.store.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.Capture;
import hallmonitor.contract.event.CommentSeen;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes a capture fit into one event. Parts that do not fit are replaced by their size and hash, so
 * that the archive, which has everything, can prove them.
 *
 * @param seen most bytes of the platform's answer about the comment itself
 * @param earlier most bytes of earlier revisions, newest first
 * @param thread most bytes of the comments around it, nearest first
 */
record CaptureSizeLimit(long seen, long earlier, long thread) {
  /** Together with the text, its copy for notices and the quotes, less than Kafka's limit. */
  static final CaptureSizeLimit OF_ONE = new CaptureSizeLimit(3_000_000, 1_500_000, 1_000_000);

  /** Most bytes of all captures in one transaction. */
  private static final long OF_ALL = 64_000_000;

  /**
   * Divides the limit among the captures of a transaction, so that a flood does not fill the heap.
   */
  static CaptureSizeLimit among(int captures) {
    long share = OF_ALL / Math.max(1, captures);
    return share >= 5_500_000
        ? OF_ONE
        : new CaptureSizeLimit(share * 6 / 11, share * 3 / 11, share * 2 / 11);
  }

  /** Returns the record as received; replaces its raw answer if it is too large. */
  CommentSeen fit(CommentSeen whole) {
    if (JsonSize.of(whole.raw()) <= seen) {
      return whole;
    }
    return new CommentSeen(
        whole.comment(),
        whole.revision(),
        whole.kind(),
        whole.post(),
        whole.parent(),
        whole.author(),
        whole.text(),
        whole.visibility(),
        whole.attachments(),
        whole.permalink(),
        whole.claimedAt(),
        whole.observedAt(),
        whole.lane(),
        leftOut(whole.raw().getBytes(UTF_8).length, sha256(whole.raw())),
        whole.names());
  }

  /**
   * Fits earlier revisions.
   *
   * @param newestFirst those without a loaded raw answer are already replaced
   * @param all their total number, listed or not
   * @return oldest first
   */
  List<Capture.Revision> fitEarlier(List<Capture.Revision> newestFirst, int all) {
    List<Capture.Revision> kept = new ArrayList<>();
    long left = earlier;
    int more = all - newestFirst.size();
    for (Capture.Revision revision : newestFirst) {
      long text = JsonSize.of(revision.text()) + 300;
      long raw = JsonSize.of(revision.raw());
      if (text > left) {
        more++;
        continue;
      }
      boolean whole = text + raw <= left;
      kept.add(whole ? revision : withoutRaw(revision));
      left -= whole ? text + raw : text;
    }
    if (more > 0) {
      Capture.Revision first = newestFirst.get(newestFirst.size() - 1);
      kept.add(
          new Capture.Revision(
              "left-out",
              first.kind(),
              "[" + more + " earlier revision(s) do not fit; the archive holds them]",
              "",
              first.observedAt()));
    }
    Collections.reverse(kept);
    return kept;
  }

  /**
   * Fits the thread.
   *
   * @param nearestFirst kept in this order
   */
  List<Capture.ThreadComment> fitThread(List<Capture.ThreadComment> nearestFirst) {
    List<Capture.ThreadComment> kept = new ArrayList<>();
    long left = thread;
    for (Capture.ThreadComment comment : nearestFirst) {
      long size = JsonSize.of(comment.text()) + JsonSize.of(comment.authorName()) + 200;
      if (kept.size() < Capture.MOST_OF_THREAD && size <= left) {
        kept.add(comment);
        left -= size;
      }
    }
    return kept;
  }

  private static Capture.Revision withoutRaw(Capture.Revision whole) {
    return new Capture.Revision(
        whole.revision(),
        whole.kind(),
        whole.text(),
        leftOut(whole.raw().getBytes(UTF_8).length, sha256(whole.raw())),
        whole.observedAt());
  }

  /** Returns the replacement for a raw answer that is too large. */
  static String leftOut(long bytes, String sha256) {
    return "[left out: %d bytes, SHA-256 %s; the archive holds it]".formatted(bytes, sha256);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
