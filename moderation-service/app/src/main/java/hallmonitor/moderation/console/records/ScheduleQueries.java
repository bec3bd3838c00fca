package hallmonitor.moderation.console.records;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.KeptTally;
import hallmonitor.moderation.casework.RecordPlace;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionOutlook;
import hallmonitor.moderation.casework.RetentionRule;
import hallmonitor.moderation.casework.ScheduleShift;
import hallmonitor.moderation.casework.request.RequestNumber;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.store.records.AccountPlaces;
import hallmonitor.moderation.store.records.KeptDays;
import hallmonitor.settings.district.District;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what a records schedule means for what is kept, within the viewer's scope. */
@ApplicationScoped
public class ScheduleQueries {
  /** The name of a hold. */
  public record NamedHold(UUID holdId, String matter) {}

  /** The number of a request. */
  public record NumberedRequest(UUID requestId, int year, int position) {}

  private static final String HOLDS =
      "select h.hold_id, h.matter from record_hold h where h.hold_id = any(:ids) and (%s or h.building = '')"
          .formatted(Scope.of("h.building", "h.account"));

  private final ConsoleDatabase database;
  private final RecordPlaces places;
  private final AccountPlaces accountPlaces;

  ScheduleQueries(ConsoleDatabase database, RecordPlaces places, AccountPlaces accountPlaces) {
    this.database = database;
    this.places = places;
    this.accountPlaces = accountPlaces;
  }

  /** Returns what falls under each rule. */
  List<RetentionOutlook.Line> outlook(Retention schedule, Scope scope) {
    List<RecordPlace> where = places.of(scope);
    return RetentionOutlook.of(
        schedule, where, tallies(RetentionOutlook.cells(schedule, where, places.today())));
  }

  /** Returns what another schedule would change today. */
  public List<ScheduleShift> shifts(Retention now, Retention other, Scope scope) {
    List<RecordPlace> where = places.of(scope);
    return ScheduleShift.of(
        other, where, tallies(ScheduleShift.cells(now, other, where, places.today())));
  }

  /**
   * Returns what another version of the district's file would change today; empty if no account
   * would belong elsewhere.
   */
  public Optional<List<ScheduleShift>> moves(Retention schedule, District draft, Scope scope) {
    List<String> accounts = places.accounts(scope);
    List<RecordPlace> now = accountPlaces.of(accounts);
    List<RecordPlace> moved = accountPlaces.by(draft).of(accounts);
    return now.equals(moved)
        ? Optional.empty()
        : Optional.of(
            ScheduleShift.of(
                schedule,
                moved,
                tallies(ScheduleShift.cellsOfMove(schedule, now, moved, places.today()))));
  }

  /** Returns the rules for an account or school that nobody would know by another version. */
  public List<RetentionRule> misnamed(Retention schedule, District draft) {
    return accountPlaces.by(draft).misnamed(schedule);
  }

  /** Returns the rules for an account or school that nobody knows. */
  public List<RetentionRule> misnamed(Retention schedule) {
    return accountPlaces.misnamed(schedule);
  }

  /** Returns how far comments and cases are counted. */
  public KeptDays.Counting counting() {
    return database.read(KeptDays::counting);
  }

  private List<KeptTally> tallies(List<KeptTally.Cell> cells) {
    return database.read(h -> KeptDays.tallies(h, cells, places.calendar()));
  }

  /** Returns the names of those of these holds and requests that the viewer may see. */
  Map<UUID, String> names(Collection<UUID> ids, Scope scope) {
    Map<UUID, String> names = new HashMap<>();
    database.read(
        h -> {
          scope
              .bind(h.createQuery(HOLDS))
              .bindArray("ids", UUID.class, List.copyOf(ids))
              .map(rows(NamedHold.class))
              .forEach(hold -> names.put(hold.holdId(), hold.matter()));
          h.createQuery(
                  "select request_id, year, position from records_request where request_id = any(:ids)")
              .bindArray("ids", UUID.class, List.copyOf(ids))
              .map(rows(NumberedRequest.class))
              .forEach(
                  request ->
                      names.put(
                          request.requestId(),
                          new RequestNumber(request.year(), request.position()).toString()));
          return true;
        });
    return names;
  }
}
