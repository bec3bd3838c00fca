package hallmonitor.moderation.store.records;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.RecordKind;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionExemption;
import hallmonitor.moderation.casework.RetentionRule;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * An approved disposal and its progress.
 *
 * @param id also the proposal's
 * @param building as chosen; empty for all
 * @param account as chosen; empty for all
 * @param accounts the resulting accounts, fixed with the proposal
 * @param beforeDay records with any event on or after this day stay, in the district's time zone
 * @param approval the number of the commission's approval
 * @param at the last processed record; its account is empty before the first
 * @param total records to process
 * @param looked processed records
 * @param certificate the SHA-256 of its bytes, in hex, once it is done
 * @param certificateHead its first lines
 * @param records disposed records, with this number of {@code revisions}
 */
public record Disposal(
    UUID id,
    RecordKind kind,
    @Nested("basis") Basis basis,
    String building,
    String account,
    List<String> accounts,
    LocalDate beforeDay,
    Instant before,
    String zone,
    String approval,
    String proposerName,
    Optional<String> approvedBy,
    String approverName,
    Optional<Instant> approvedAt,
    @Nested("at") CommentKey at,
    long total,
    long looked,
    long records,
    long revisions,
    Optional<Instant> endedAt,
    Optional<String> certificate,
    Optional<String> certificateHead) {

  /**
   * The rule of the records schedule that permits it. All are empty for a disposal before there
   * were rules, and authority, source and series also where the district's file names none.
   *
   * @param rule its code
   * @param kept ISO 8601, such as {@code P7Y}
   */
  public record Basis(String rule, String kept, String authority, String source, String series) {
    static Basis of(RetentionRule rule) {
      return new Basis(
          rule.code(),
          rule.kept().map(Period::toString).orElse(""),
          rule.authority() instanceof Sentence ? "" : rule.authority().toString(),
          rule.source().toString(),
          rule.series());
    }

    /** Returns words such as {@code 7 years}; empty if there was no rule. */
    public Sentence keptInWords() {
      return kept.isEmpty() ? Sentence.NONE : Retention.inWords(Period.parse(kept));
    }

    /** Returns the authority as the file names it, or the usual words. */
    public CharSequence authorityInWords() {
      return authority.isEmpty() ? Retention.FOR_EVER.authority() : authority;
    }
  }

  private static final String COLUMNS =
      """
      select disposal_id as id, kind, rule as basis_rule, kept as basis_kept, authority as basis_authority,
        source as basis_source, series as basis_series, building, account, accounts, before_day, before, zone, approval,
        proposer_name, approved_by, approver_name, approved_at, at_account, at_comment as at_id, total, looked,
        records, revisions, ended_at, certificate_sha256 as certificate, certificate_head
      from disposal
      """;

  public RecordSelection selection(Map<String, String> places) {
    return new RecordSelection(kind, building, accounts, before, zone, places);
  }

  public boolean isUnderWay() {
    return approvedAt.isPresent() && endedAt.isEmpty();
  }

  Disposal ended(Instant at) {
    return new Disposal(
        id,
        kind,
        basis,
        building,
        account,
        accounts,
        beforeDay,
        before,
        zone,
        approval,
        proposerName,
        approvedBy,
        approverName,
        approvedAt,
        this.at,
        total,
        looked,
        records,
        revisions,
        Optional.of(at),
        certificate,
        certificateHead);
  }

  /** Returns how many processed records stay, by reason. */
  public Map<RetentionExemption, Long> left(Handle h) {
    // In the order of the reasons, as a certificate lists them.
    Map<RetentionExemption, Long> left = new EnumMap<>(RetentionExemption.class);
    left.putAll(
        h.createQuery(
                """
            select reason, n
            from disposal_left
            where disposal_id = :id
            """)
            .bind("id", id)
            .setMapKeyColumn("reason")
            .setMapValueColumn("n")
            .collectInto(new GenericType<Map<RetentionExemption, Long>>() {}));
    return left;
  }

  public static Optional<Disposal> find(Handle h, UUID id) {
    return h.createQuery(COLUMNS + "where disposal_id = :id")
        .bind("id", id)
        .map(ConstructorMapper.of(Disposal.class))
        .findOne();
  }

  /** Returns disposals, newest first; at most 200. */
  public static List<Disposal> all(Handle h) {
    return h.createQuery(
            COLUMNS
                + """
                order by (select proposed_at from proposal where proposal_id = disposal_id) desc limit 200
                """)
        .map(ConstructorMapper.of(Disposal.class))
        .list();
  }

  /** Locks a running disposal until the transaction ends; empty if another instance works on it. */
  static Optional<Disposal> take(Handle t, UUID id) {
    return t.createQuery(
            COLUMNS
                + """
                where disposal_id = :id
                  and approved_at is not null
                  and ended_at is null
                for update skip locked
                """)
        .bind("id", id)
        .map(ConstructorMapper.of(Disposal.class))
        .findOne();
  }
}
