package hallmonitor.moderation.console.search;

import hallmonitor.moderation.casework.search.EntryTag;
import hallmonitor.moderation.wording.Sentence;
import java.util.Locale;

/** What narrows a search to one of some values. */
public enum SearchField {
  ACCOUNT(EntryTag.ACCOUNT),
  KIND(EntryTag.KIND),
  STATE(EntryTag.STATE),
  VERDICT(EntryTag.VERDICT),
  CATEGORY(EntryTag.CATEGORY),
  CLAUSE(EntryTag.CLAUSE),
  DECISION(EntryTag.DECISION),
  LANGUAGE(EntryTag.LANGUAGE),
  PICTURE(EntryTag.PICTURE);

  private final EntryTag tag;

  SearchField(EntryTag tag) {
    this.tag = tag;
  }

  /** Returns the tag by which an entry is found. */
  EntryTag tag() {
    return tag;
  }

  /** Returns its name in the page's address. */
  public String getCode() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Sentence getLabel() {
    return switch (this) {
      case ACCOUNT -> Sentence.of("Account");
      case KIND -> Sentence.of("Kind");
      case STATE -> Sentence.of("State now");
      case VERDICT -> Sentence.of("Verdict");
      case CATEGORY -> Sentence.of("Category");
      case CLAUSE -> Sentence.of("Clause");
      case DECISION -> Sentence.of("Decision");
      case LANGUAGE -> Sentence.of("Language");
      case PICTURE -> Sentence.of("Pictures");
    };
  }
}
