package hallmonitor.moderation.console.request;

import hallmonitor.moderation.casework.redaction.ProposedRedaction;
import hallmonitor.moderation.casework.redaction.RedactedPart;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.wording.Sentence;
import java.util.List;
import java.util.Set;

/**
 * Items of a request that a person reads and decides together.
 *
 * @param rows those that say the same stand together
 * @param after number of the item before the list; 0 at the start
 * @param last the greatest number in the list
 * @param unsaved what could not be decided
 */
public record ReviewList(
    RequestView request,
    List<Row> rows,
    long after,
    long last,
    ReviewProgress progress,
    List<LegalGround> exemptions,
    Unsaved unsaved) {
  public ReviewList {
    rows = List.copyOf(rows);
    exemptions = List.copyOf(exemptions);
  }

  /**
   * What a person chose, and why it was not saved.
   *
   * @param cleared numbers of the items that had their boxes cleared
   * @param exemption id of that to withhold the items; may be empty
   * @param other id of that of what is marked without one; may be empty
   */
  public record Unsaved(Sentence problem, Set<Long> cleared, String exemption, String other) {
    static final Unsaved NOTHING = new Unsaved(Sentence.NONE, Set.of(), "", "");

    public Unsaved {
      cleared = Set.copyOf(cleared);
    }
  }

  /** What a person reads of an item: where several say the same, it is written out once. */
  record Said(String textHash, boolean choosable, List<ProposedRedaction> marks) {
    Said {
      marks = List.copyOf(marks);
    }
  }

  /**
   * An item with what is proposed to be redacted.
   *
   * @param chosen whether its box is checked
   * @param repeats whether the row before says the same
   */
  public record Row(ReviewItem item, RedactionSheet redactions, boolean chosen, boolean repeats) {
    /**
     * Returns whether an item can be decided here: its text is all that it says, all that is
     * redacted of it is marked, it is not dangerous, and no earlier answer withheld it.
     */
    static boolean isAllRead(ReviewItem item, List<ProposedRedaction> marked) {
      return item.isOpen()
          && item.redactions() == 0
          && item.isAllText()
          && !item.isOtherText()
          && !item.withheldBefore()
          && !item.danger()
          && ProposedRedaction.areAll(item.text(), marked);
    }

    /** Returns whether it can be decided here. */
    public boolean isChoosable() {
      return isAllRead(item, redactions.proposals());
    }

    Said said() {
      return new Said(
          item.textHash(),
          isChoosable(),
          redactions.proposals().stream().filter(p -> p.part() == RedactedPart.TEXT).toList());
    }

    /** Returns it as one that says the same as the row before. */
    Row again() {
      return new Row(item, redactions, chosen, true);
    }

    /** Returns what the person sees now: its number, its version, and what is proposed. */
    public String getSeen() {
      return SeenItem.of(item.itemNo(), item.version(), redactions.proposals()).written();
    }

    public boolean isAuthorMarked() {
      return isMarked(RedactedPart.AUTHOR);
    }

    public boolean isTitleMarked() {
      return isMarked(RedactedPart.TITLE);
    }

    private boolean isMarked(RedactedPart part) {
      return redactions.proposals().stream().anyMatch(p -> p.part() == part);
    }
  }

  /** Returns whether something is marked without an exemption, so that a person chooses one. */
  public boolean isGroundless() {
    return rows.stream()
        .filter(Row::isChoosable)
        .flatMap(row -> row.redactions().proposals().stream())
        .anyMatch(proposal -> proposal.ground().isEmpty());
  }

  /** Returns how many names on the media-release list can't be read. */
  public long getUnread() {
    return rows.stream().mapToLong(row -> row.redactions().unread()).max().orElse(0);
  }

  /** Returns the exemption that is proposed for a place; empty if a person chooses it. */
  public String ground(ProposedRedaction proposal) {
    return proposal.ground().map(this::words).orElse("");
  }

  /** Returns a ground in the reader's language, with its source. */
  public String words(LegalGround ground) {
    return ground.cited(ReaderLanguage.tag());
  }
}
