package hallmonitor.moderation.store.search;

import hallmonitor.moderation.casework.search.EntryTag;
import hallmonitor.moderation.casework.search.EntryWords;
import hallmonitor.moderation.casework.search.WordForms;
import hallmonitor.moderation.text.language.Languages;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Versions of posts that the index does not have yet. */
final class DuePosts {
  /**
   * A version of a post.
   *
   * @param claimedAt when the post was first written; absent for its later versions, and if the
   *     platform does not say it
   */
  public record Version(
      String account,
      String postId,
      String version,
      String title,
      String body,
      boolean pictures,
      @Nullable Instant claimedAt,
      Instant observedAt) {}

  private final Handle transaction;
  private final WordForms forms;
  private final Languages languages;

  DuePosts(Handle transaction, WordForms forms, Languages languages) {
    this.transaction = transaction;
    this.forms = forms;
    this.languages = languages;
  }

  /** What was taken out. */
  public record Taken(String account, String postId, OffsetDateTime observedAt) {}

  /**
   * Takes some out.
   *
   * @param history whether of those that were archived before there was a search
   */
  List<Taken> take(boolean history, int most) {
    return transaction
        .createQuery(
            """
            delete from search_post_due d
            using (
              select account, post_id, observed_at from search_post_due
              where not failed and history = :history order by since limit :most for update skip locked) n
            where (d.account, d.post_id, d.observed_at) = (n.account, n.post_id, n.observed_at)
            returning d.account, d.post_id, d.observed_at
            """)
        .bind("history", history)
        .bind("most", most)
        .map(ConstructorMapper.of(Taken.class))
        .list();
  }

  /**
   * Returns the versions of what was taken out, without those that comments had told of, word for
   * word: these stand in the index already.
   */
  List<Version> versions(List<Taken> taken) {
    return transaction
        .createQuery(
            """
            select v.account, v.post_id, v.version, v.title, v.body, v.pictures <> '{}' as pictures,
              case when not exists (
                select from post_version e
                where (e.account, e.post_id) = (v.account, v.post_id) and e.observed_at < v.observed_at)
              then v.claimed_at end as claimed_at, v.observed_at
            from unnest(:accounts, :posts, cast(:observed as timestamptz[])) as taken(account, post_id, observed_at)
            join post_version v using (account, post_id, observed_at)
            where not v.listed or not exists (
              select from post_version mentioned
              where mentioned.account = v.account and mentioned.post_id = v.post_id and mentioned.version = v.version
                and not mentioned.listed and mentioned.observed_at < v.observed_at
                and not exists (
                  select from post_version between_them
                  where between_them.account = v.account and between_them.post_id = v.post_id
                    and between_them.observed_at > mentioned.observed_at
                    and between_them.observed_at < v.observed_at))
            """)
        .bindArray("accounts", String.class, taken.stream().map(Taken::account).toList())
        .bindArray("posts", String.class, taken.stream().map(Taken::postId).toList())
        .bindArray(
            "observed", String.class, taken.stream().map(t -> t.observedAt().toString()).toList())
        .map(ConstructorMapper.of(Version.class))
        .list();
  }

  /** Keeps one that cannot be added, to be tried again after a start. */
  void fail(Version post, Exception why) {
    RowFault.log("post %s of account %s".formatted(post.postId(), post.account()), why);
    transaction.execute(
        """
        insert into search_post_due (account, post_id, observed_at, failed) values (?, ?, ?, true)
        on conflict do nothing
        """,
        post.account(),
        post.postId(),
        post.observedAt().atOffset(ZoneOffset.UTC));
  }

  SearchEntry entry(Version post) {
    String text = post.title() + "\n" + post.body();
    EntryWords words =
        new EntryWords(forms)
            .text(text)
            .tag(EntryTag.KIND, "post")
            .tag(EntryTag.ACCOUNT, post.account())
            .tags(EntryTag.LANGUAGE, DueRevisions.languages("", text, languages));
    if (post.pictures()) {
      words.tag(EntryTag.PICTURE, "");
    }
    Instant at =
        post.claimedAt() == null
            ? post.observedAt()
            : SearchEntry.written(post.claimedAt(), post.observedAt());
    return new SearchEntry(at, post.account(), post.postId(), "post", post.version(), words);
  }
}
