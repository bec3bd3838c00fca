package hallmonitor.moderation.store.search;

import hallmonitor.moderation.casework.search.EntryTag;
import hallmonitor.moderation.casework.search.EntryWords;
import hallmonitor.moderation.casework.search.WordForms;
import hallmonitor.moderation.store.archive.ReadPictureWords;
import hallmonitor.moderation.text.language.Language;
import hallmonitor.moderation.text.language.Languages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Archived revisions that the index does not have yet. */
final class DueRevisions {
  /**
   * What is to be added.
   *
   * @param fromAt the first moment of judging that counts
   * @param untilAt the last one
   */
  public record Due(long id, Instant fromAt, Instant untilAt) {}

  /**
   * An archived revision.
   *
   * @param claimedAt when the comment was first written, if it is of an account's history; absent
   *     for its edits and deletion, and if the platform does not say it
   * @param decision state of its case; {@code none} without one
   * @param latestText of the comment, for a deletion, which has none
   * @param pictureWords what was read in the pictures that it shows
   */
  public record Archived(
      String account,
      String commentId,
      String revision,
      String kind,
      String body,
      String latestText,
      @Nullable Instant claimedAt,
      Instant observedAt,
      Instant judgedAt,
      @Nullable String outcome,
      List<String> clauses,
      List<String> categories,
      String language,
      boolean pictures,
      String pictureWords,
      boolean reply,
      String authorName,
      String visibility,
      String decision,
      boolean disposed) {
    /** Returns how much text its words come from, in UTF-16 units. */
    int letters() {
      return pictureWords.length()
          + Math.max(body.length(), kind.equals("deleted") ? latestText.length() : 0);
    }
  }

  private final Handle transaction;
  private final WordForms forms;
  private final Languages languages;

  DueRevisions(Handle transaction, WordForms forms, Languages languages) {
    this.transaction = transaction;
    this.forms = forms;
    this.languages = languages;
  }

  /**
   * Claims what waits longest.
   *
   * @param history whether of what was archived before there was a search
   */
  Optional<Due> next(boolean history) {
    return transaction
        .createQuery(
            """
            select id, from_at, until_at from search_due
            where not failed and history = :history
            order by id limit 1 for update skip locked
            """)
        .bind("history", history)
        .map(ConstructorMapper.of(Due.class))
        .findOne();
  }

  /** Returns the first ones, and those judged at the same moment as the last of them. */
  List<Archived> of(Due due, int most) {
    return transaction
        .createQuery(
            """
            select r.account, r.comment_id, r.revision, r.kind, r.body, c.latest_text,
              case when c.from_history and r.kind = 'created' then r.claimed_at end as claimed_at, r.observed_at, r.judged_at, r.outcome,
              r.clauses,
              array(select distinct lower(replace(f ->> 'category', '_', '-'))
                    from jsonb_array_elements(r.findings) f where f ->> 'category' is not null) as categories, r.language, r.attachments <> '{}' as pictures,
              %s as picture_words,
              c.parent_id is not null as reply, c.author_name, c.visibility,
              coalesce(rc.state, 'none') as decision, r.disposal_id is not null as disposed
            from (
              select * from revision
              where judged_at between :from and :until
              order by judged_at fetch first %d rows with ties) r
            join comment c using (account, comment_id)
            left join review_case rc using (account, comment_id)
            order by r.judged_at
            """
                .formatted(ReadPictureWords.OF_REVISION, most))
        .bind("from", due.fromAt().atOffset(ZoneOffset.UTC))
        .bind("until", due.untilAt().atOffset(ZoneOffset.UTC))
        .map(ConstructorMapper.of(Archived.class))
        .list();
  }

  SearchEntry entry(Archived r) {
    boolean deleted = r.kind().equals("deleted");
    String kind =
        deleted ? "deletion" : r.kind().equals("edited") ? "edit" : r.reply() ? "reply" : "comment";
    String text = deleted && r.body().isBlank() ? r.latestText() : r.body();
    EntryWords words =
        new EntryWords(forms)
            .text(text)
            .text(r.pictureWords())
            .author(r.authorName())
            .tag(EntryTag.KIND, kind)
            .tag(EntryTag.ACCOUNT, r.account())
            .tag(EntryTag.STATE, r.visibility())
            .tag(EntryTag.DECISION, r.decision())
            .tags(EntryTag.CLAUSE, r.clauses())
            .tags(EntryTag.CATEGORY, r.categories())
            .tags(EntryTag.LANGUAGE, languages(r.language(), text, languages));
    if (r.outcome() != null) {
      words.tag(EntryTag.VERDICT, r.outcome());
    }
    if (r.pictures()) {
      words.tag(EntryTag.PICTURE, "");
    }
    Instant at =
        r.claimedAt() == null ? r.observedAt() : SearchEntry.written(r.claimedAt(), r.observedAt());
    return new SearchEntry(at, r.account(), r.commentId(), kind, r.revision(), words);
  }

  /** The archive knows the language only of what a person may look at. */
  static List<String> languages(String known, String text, Languages languages) {
    String code = known.isEmpty() ? languages.of(text).code() : known;
    return Stream.of(code.split("\\+"))
        .filter(one -> !one.equals(Language.UNKNOWN.code()))
        .toList();
  }

  /** Keeps one that cannot be added, to be tried again after a start. */
  void fail(Archived revision, Exception why) {
    RowFault.log(
        "revision %s of comment %s of account %s"
            .formatted(revision.revision(), revision.commentId(), revision.account()),
        why);
    transaction.execute(
        """
        insert into search_due (from_at, until_at, failed)
        select at, at, true from (values (?::timestamptz)) moment (at)
        where not exists (select from search_due d where d.failed and d.from_at = moment.at)
        """,
        revision.judgedAt().atOffset(ZoneOffset.UTC));
  }

  /** Keeps the rest of what is due, or ends it. */
  void done(Due due, Optional<Instant> through) {
    if (through.isPresent() && through.get().isBefore(due.untilAt())) {
      transaction.execute(
          "update search_due set from_at = ?::timestamptz + interval '1 microsecond' where id = ?",
          through.get().atOffset(ZoneOffset.UTC),
          due.id());
    } else {
      transaction.execute("delete from search_due where id = ?", due.id());
    }
  }
}
