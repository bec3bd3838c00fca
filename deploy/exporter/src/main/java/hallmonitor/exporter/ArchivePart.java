package hallmonitor.exporter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of the archive that is written.
 *
 * @param accounts ids; empty for all
 * @param from comments that were first read then or later, or first written if they are of an
 *     account's history; null for all
 * @param until comments of before then; null for all
 * @param chosen what a search found; null for all
 */
public record ArchivePart(
    List<String> accounts,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Chosen chosen) {
  static final ArchivePart ALL = new ArchivePart(List.of(), null, null, null);

  /**
   * Comments and posts that somebody chose; rows of {@code archive_export_item} name them.
   *
   * @param exportId under which the rows stand
   * @param search what was searched for, in words
   */
  public record Chosen(UUID exportId, String search) {}

  public ArchivePart {
    accounts = List.copyOf(accounts);
  }

  /** Returns what a search found. */
  public static ArchivePart found(UUID exportId, String search) {
    return new ArchivePart(List.of(), null, null, new Chosen(exportId, search));
  }

  boolean isAll() {
    return equals(ALL);
  }

  /** Returns whether single comments are chosen, so that what has none is left out. */
  boolean isOfComments() {
    return from != null || until != null || chosen != null;
  }

  /** Returns whether it has rows of a dataset. */
  boolean has(Dataset dataset) {
    return switch (dataset.of()) {
      case COMMENT, POST, CASE -> true;
      case ACCOUNT -> !isOfComments();
      case DISTRICT -> isAll();
    };
  }

  /** Returns it in words: "everything", or what limits it. */
  String inWords() {
    if (isAll()) {
      return "everything";
    }
    StringBuilder words =
        new StringBuilder(accounts.isEmpty() ? "all accounts" : String.join(", ", accounts));
    Optional.ofNullable(from).ifPresent(at -> words.append(", comments from ").append(at));
    Optional.ofNullable(until).ifPresent(at -> words.append(", comments before ").append(at));
    Optional.ofNullable(chosen)
        .ifPresent(c -> words.append(", what this search found: ").append(c.search()));
    return words.toString();
  }
}
