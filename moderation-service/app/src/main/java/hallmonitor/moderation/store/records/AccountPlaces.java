package hallmonitor.moderation.store.records;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.RecordPlace;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionRule;
import hallmonitor.moderation.store.tips.HandedIn;
import hallmonitor.settings.district.District;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * To which building and kind an account belongs: as the district's file says, or, once it has left
 * the file, as the register says.
 */
public final class AccountPlaces {
  private final Jdbi database;
  private final Supplier<District> district;

  /** An entry of the register. */
  public record Registered(String account, String building, String kind) {}

  public AccountPlaces(Jdbi database, Supplier<District> district) {
    this.database = database;
    this.district = district;
  }

  /** Returns the same by another version of the district's file. */
  public AccountPlaces by(District draft) {
    return new AccountPlaces(database, () -> draft);
  }

  /** Returns the places of these accounts, in the same order. */
  public List<RecordPlace> of(Collection<String> accounts) {
    Map<String, RecordPlace> known = known();
    return accounts.stream()
        .map(account -> Optional.ofNullable(known.get(account)).orElseGet(() -> other(account)))
        .toList();
  }

  /**
   * Returns the rules for an account or a building that nobody knows: they are in no file, in no
   * register, and in no record. Such a rule keeps nothing; most likely its name is misspelled, or
   * was changed.
   */
  public List<RetentionRule> misnamed(Retention schedule) {
    Set<String> accounts = new HashSet<>();
    Set<String> buildings = new HashSet<>();
    district.get().buildings().forEach(building -> buildings.add(building.id()));
    known()
        .values()
        .forEach(
            place -> {
              accounts.add(place.account());
              buildings.add(place.building());
            });
    return schedule.rules().stream()
        .filter(
            rule ->
                isMissing(rule.reach().building(), buildings)
                    || isMissing(rule.reach().account(), accounts)
                        && !hasRecords(rule.reach().account()))
        .toList();
  }

  private static boolean isMissing(String name, Set<String> known) {
    return !name.isEmpty() && !known.contains(name);
  }

  private boolean hasRecords(String account) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select exists (select from comment where account = :account)
                      or exists (select from hand_block where account = :account)
                      or exists (select from register_entry where account = :account)
                    """)
                .bind("account", account)
                .mapTo(Boolean.class)
                .one());
  }

  private Map<String, RecordPlace> known() {
    Map<String, RecordPlace> known = new HashMap<>();
    database
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select account, building, kind
                        from register_entry
                        where account is not null
                          and building <> ''
                        """)
                    .map(ConstructorMapper.of(Registered.class))
                    .list())
        .forEach(
            entry ->
                known.put(
                    entry.account(),
                    RecordPlace.of(entry.account(), entry.building(), entry.kind())));
    district
        .get()
        .accounts()
        .forEach(
            account ->
                known.put(
                    account.id(),
                    RecordPlace.of(
                        account.id(), account.building(), EnumCodes.of(account.kind()))));
    return known;
  }

  private static RecordPlace other(String account) {
    return HandedIn.building(account)
        .map(building -> RecordPlace.of(account, building, ""))
        .orElseGet(() -> RecordPlace.unknown(account));
  }
}
