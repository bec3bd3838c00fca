package hallmonitor.moderation.store.guidance;

import hallmonitor.moderation.store.AuditLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Who has attested to the guidelines, in which school year, and to which version. */
public final class Attestations {
  /**
   * An attestation.
   *
   * @param person see {@link StaffMember#key()}
   * @param schoolYear its first day
   * @param way {@code console} or {@code link}
   */
  public record Attestation(
      String person, LocalDate schoolYear, long version, String way, Instant attestedAt) {}

  /**
   * The request of one school year to everyone.
   *
   * @param schoolYear its first day
   */
  public record AttestationRound(
      LocalDate schoolYear, LocalDate dueOn, String askedBy, Instant askedAt) {}

  private final Jdbi database;

  public Attestations(Jdbi database) {
    this.database = database;
  }

  /** Returns the newest attestation of each person in a school year. */
  public List<Attestation> of(LocalDate schoolYear) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select distinct on (person) person, school_year, version, way, attested_at
                    from attestation where school_year = ? order by person, version desc
                    """)
                .bind(0, schoolYear)
                .map(ConstructorMapper.of(Attestation.class))
                .list());
  }

  /** Records an attestation; a repeated one changes nothing. */
  public void attest(StaffMember member, LocalDate schoolYear, long version, String way) {
    database.useTransaction(
        t -> {
          int added =
              t.execute(
                  """
                  insert into attestation (person, school_year, version, name, building, way)
                  values (?, ?, ?, ?, ?, ?) on conflict do nothing
                  """,
                  member.key(),
                  schoolYear,
                  version,
                  member.name(),
                  member.building(),
                  way);
          if (added > 0) {
            String by = member.userName().isEmpty() ? "staff" : member.userName();
            AuditLog.add(t, by, "guidance-attested", "guidance " + version, "by " + way);
          }
        });
  }

  public Optional<AttestationRound> round(LocalDate schoolYear) {
    return database.withHandle(
        h ->
            h.createQuery("select * from attestation_round where school_year = ?")
                .bind(0, schoolYear)
                .map(ConstructorMapper.of(AttestationRound.class))
                .findOne());
  }

  /** Asks everyone from now on; asking again changes only the day by which. */
  public void ask(LocalDate schoolYear, LocalDate dueOn, String by) {
    database.useTransaction(
        t -> {
          t.execute(
              """
              insert into attestation_round (school_year, due_on, asked_by) values (?, ?, ?)
              on conflict (school_year) do update set due_on = excluded.due_on
              """,
              schoolYear,
              dueOn,
              by);
          AuditLog.add(t, by, "attestation-asked", "school year " + schoolYear, "by " + dueOn);
        });
  }

  /**
   * Notes in a transaction that a person is mailed now.
   *
   * @param days fewest days since the last mail
   * @return false if it is too early, or if another instance mails them
   */
  public static boolean isDue(Handle t, String person, LocalDate schoolYear, int days) {
    return t.createUpdate(
                """
                insert into attestation_letter as old (person, school_year, told_at)
                values (:person, :year, clock_timestamp())
                on conflict (person, school_year) do update set told_at = excluded.told_at
                where old.told_at <= excluded.told_at - make_interval(days => :days)
                """)
            .bind("person", person)
            .bind("year", schoolYear)
            .bind("days", days)
            .execute()
        == 1;
  }
}
