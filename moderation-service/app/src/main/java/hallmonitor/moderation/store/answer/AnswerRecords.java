package hallmonitor.moderation.store.answer;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.answer.AnswerSummary;
import hallmonitor.moderation.casework.answer.FoundRecord;
import hallmonitor.moderation.casework.redaction.Redaction;
import hallmonitor.moderation.casework.request.ItemDecision.Outcome;
import hallmonitor.moderation.casework.request.LegalGround;
import hallmonitor.moderation.store.archive.PicturedRevisions;
import hallmonitor.moderation.store.archive.PostPictures;
import hallmonitor.moderation.store.request.KeptGrounds;
import hallmonitor.moderation.store.request.RequestRedactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads the decided items of a request, a part at a time, with what is redacted in them. */
public final class AnswerRecords {
  private static final String RECORDS =
      """
      select * from (select all_of.*, sum(length(text) + length(raw)) over (order by number) - length(text) - length(raw)
        as before from (
      select i.item_no, i.number, i.kind, i.state, i.account, i.item_id, i.seen_at, i.exemption, i.text_hash, i.opened,
        coalesce(r.claimed_at, v.claimed_at) as written_at,
        case when i.kind = 'post' then '' else coalesce(c.author_name, '') end as author,
        coalesce(case when i.kind = 'post' then v.title else p.title end, '') as title,
        coalesce(case when i.kind = 'post' then v.body
          when r.kind = 'deleted' and btrim(r.body) = '' then c.latest_text else r.body end, '') as text,
        coalesce(case i.kind when 'post' then v.pictures when 'deletion' then d.attachments else r.attachments end, '{}')
          as attachments,
        coalesce(case when i.kind = 'post' then v.permalink else c.permalink end, '') as permalink,
        case when i.kind in ('post', 'deletion') then '' else coalesce(r.raw, '') end as raw,
        coalesce(g.exemption, '') as ground_id, %s,
        exists (select from records_request_item o
          where o.request_id = i.request_id and o.account = i.account and o.item_id = i.item_id
            and o.state in ('redact', 'withhold')) as hidden_too
      from records_request_item i
      left join records_request_ground g using (ground_no)
      left join comment c on i.kind <> 'post' and c.account = i.account and c.comment_id = i.item_id
      left join revision r
        on i.kind <> 'post' and r.account = i.account and r.comment_id = i.item_id and r.revision = i.revision
      left join post p on p.account = c.account and p.post_id = c.post_id
      left join lateral (
        select * from post_version pv
        where i.kind = 'post' and pv.account = i.account and pv.post_id = i.item_id and pv.version = i.revision
        order by pv.observed_at limit 1) v on true
      left join lateral (
        select attachments from revision rv
        where i.kind = 'deletion' and rv.account = i.account and rv.comment_id = i.item_id and rv.kind <> 'deleted'
        order by rv.observed_at desc limit 1) d on true
      where i.request_id = :request and i.number > :after %s
      order by i.number limit :most) all_of) part
      where before < :characters
      order by number
      """;

  /**
   * Of texts and payloads read at once, and one more record: anyone can write long comments, and a
   * PDF of them is made in memory.
   */
  private static final int CHARACTERS = 400_000;

  private static final String GROUNDS =
      """
      select i.number, i.exemption, coalesce(g.exemption, '') as ground_id, %s
      from records_request_item i left join records_request_ground g using (ground_no)
      where i.request_id = :request and i.state = 'withhold'
      union
      select i.number, g.exemption, g.exemption, g.source, g.address, g.english, g.spanish
      from records_request_item i
      join records_request_redaction x on x.item_no = i.item_no and x.state = 'confirmed'
      join records_request_ground g on g.ground_no = x.ground_no
      where i.request_id = :request and i.state = 'redact'
      order by 1
      """
          .formatted(KeptGrounds.WORDS);

  private final Jdbi database;
  private final Function<String, Optional<LegalGround>> grounds;
  private final UnaryOperator<String> pages;

  /**
   * Creates it.
   *
   * @param grounds finds a ground in the file by its id, for what was withheld before grounds were
   *     kept with their words
   * @param pages names an account for people
   */
  public AnswerRecords(
      Jdbi database, Function<String, Optional<LegalGround>> grounds, UnaryOperator<String> pages) {
    this.database = database;
    this.grounds = grounds;
    this.pages = pages;
  }

  /**
   * An item with what was decided about it.
   *
   * @param of the comment, or the post
   * @param pictures addresses of the first ones, which its page showed to the person who decided
   * @param opened SHA-256 of those, and of frames of videos, that someone opened on its page
   * @param withheld the ground of one that is withheld
   */
  public record Decided(
      FoundRecord found,
      CommentKey of,
      List<String> pictures,
      List<String> opened,
      List<Redaction> redactions,
      Optional<LegalGround> withheld) {}

  /**
   * A row.
   *
   * @param number within its request
   * @param ground has an empty id unless it was kept
   * @param hiddenToo whether an item of the request with the same id is redacted or withheld
   */
  public record Row(
      long itemNo,
      long number,
      String kind,
      String state,
      String account,
      String itemId,
      Instant seenAt,
      String exemption,
      String textHash,
      List<String> opened,
      @Nullable Instant writtenAt,
      String author,
      String title,
      String text,
      List<String> attachments,
      String permalink,
      String raw,
      @Nested("ground") LegalGround ground,
      boolean hiddenToo) {}

  /** A ground of an item, with an empty id unless it was kept. */
  public record Given(long number, String exemption, @Nested("ground") LegalGround ground) {}

  /**
   * Returns the next items in their order: fewer than the most if they are long, but one at least.
   *
   * @param after number of an item; 0 for the start
   * @throws IllegalArgumentException if one is not decided
   * @throws IllegalStateException if the archive no longer has what was decided
   */
  public List<Decided> next(UUID request, long after, int most) {
    return read(request, after, most, "");
  }

  /** Returns the next items that are not released as a whole. */
  public List<Decided> nextHidden(UUID request, long after, int most) {
    return read(request, after, most, "and i.state in ('redact', 'withhold')");
  }

  private List<Decided> read(UUID request, long after, int most, String which) {
    return database.inTransaction(
        t -> {
          List<Row> rows =
              t.createQuery(RECORDS.formatted(KeptGrounds.WORDS, which))
                  .bind("request", request)
                  .bind("after", after)
                  .bind("most", most)
                  .bind("characters", CHARACTERS)
                  .map(ConstructorMapper.of(Row.class))
                  .list();
          Map<Long, List<Redaction>> redactions =
              RequestRedactions.confirmed(t, rows.stream().map(Row::itemNo).toList());
          return rows.stream()
              .map(row -> decided(row, redactions.getOrDefault(row.itemNo(), List.of())))
              .toList();
        });
  }

  private Decided decided(Row row, List<Redaction> redactions) {
    Outcome outcome = EnumCodes.read(Outcome.class, row.state());
    // Its id and address lead to what is left out of another version of it.
    boolean apart = outcome == Outcome.RELEASE && row.hiddenToo();
    FoundRecord found =
        new FoundRecord(
            row.number(),
            row.kind(),
            outcome,
            pages.apply(row.account()),
            apart ? "" : row.itemId(),
            row.seenAt(),
            Optional.ofNullable(row.writtenAt()),
            row.author(),
            row.title(),
            row.text(),
            row.attachments().stream()
                .filter(
                    address ->
                        !apart || !FoundRecord.leadsTo(address, row.itemId(), row.permalink()))
                .toList(),
            apart ? "" : row.permalink(),
            apart ? "" : row.raw());
    if (outcome != Outcome.WITHHOLD) {
      mustBeDecidedSo(row, redactions);
    }
    // Redactions of an item that was withheld afterward are not what is told.
    return new Decided(
        found,
        new CommentKey(row.account(), row.itemId()),
        row.attachments().stream()
            .limit(
                row.kind().equals("post")
                    ? PostPictures.MOST_OF_A_POST
                    : PicturedRevisions.MOST_OF_A_COMMENT)
            .toList(),
        row.opened(),
        outcome == Outcome.REDACT ? redactions : List.of(),
        outcome == Outcome.WITHHOLD
            ? Optional.of(ground(row.ground(), row.exemption()))
            : Optional.empty());
  }

  /** What nobody looked at must not go out: another text, or other pictures than the redacted. */
  private static void mustBeDecidedSo(Row row, List<Redaction> redactions) {
    boolean all =
        redactions.stream()
            .filter(redaction -> !redaction.address().isEmpty())
            .allMatch(redaction -> row.attachments().contains(redaction.address()));
    if (!all || !Redaction.hash(row.text()).equals(row.textHash())) {
      throw new IllegalStateException("item " + row.number() + " is not what was decided");
    }
  }

  private LegalGround ground(LegalGround kept, String id) {
    return !kept.id().isEmpty()
        ? kept
        : grounds.apply(id).orElseGet(() -> new LegalGround(id, "", "", id, id));
  }

  /** Counts the items by their decision, with the grounds that are given. */
  public AnswerSummary summary(UUID request) {
    return database.inTransaction(
        t -> {
          Map<LegalGround, List<Long>> given = new LinkedHashMap<>();
          t.createQuery(GROUNDS)
              .bind("request", request)
              .map(ConstructorMapper.of(Given.class))
              .forEach(
                  one ->
                      given
                          .computeIfAbsent(
                              ground(one.ground(), one.exemption()), g -> new ArrayList<>())
                          .add(one.number()));
          return new AnswerSummary(
              count(t, request, "release"),
              count(t, request, "redact"),
              count(t, request, "withhold"),
              given);
        });
  }

  private static long count(Handle t, UUID request, String state) {
    return t.createQuery(
            "select count(*) from records_request_item where request_id = :id and state = :state")
        .bind("id", request)
        .bind("state", state)
        .mapTo(Long.class)
        .one();
  }
}
