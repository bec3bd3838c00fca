package hallmonitor.moderation.console.records;

import hallmonitor.moderation.casework.RecordPlace;
import hallmonitor.moderation.casework.Retention;
import hallmonitor.moderation.casework.RetentionOutlook;
import hallmonitor.moderation.casework.RetentionRule;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.records.RecordsForm.Mistaken;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.records.AccountPlaces;
import hallmonitor.moderation.store.records.KeptDays;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The district's buildings and accounts that the viewer may choose from. */
@ApplicationScoped
public class RecordPlaces {
  /**
   * The meaning of a choice.
   *
   * @param building of cases; empty for all
   * @param account as chosen; empty for all
   * @param accounts at least one
   */
  record Choice(String building, String account, List<String> accounts) {}

  private final LiveRules rules;
  private final RecordsQueries queries;
  private final AccountPlaces accountPlaces;

  RecordPlaces(LiveRules rules, RecordsQueries queries, AccountPlaces accountPlaces) {
    this.rules = rules;
    this.queries = queries;
    this.accountPlaces = accountPlaces;
  }

  private District district() {
    return rules.district().current().value();
  }

  ZoneId zone() {
    return district().timeZone();
  }

  public LocalDate today() {
    return LocalDate.now(zone());
  }

  public String districtName() {
    return district().name();
  }

  List<District.Building> buildings(Scope scope) {
    return district().buildings().stream().filter(b -> scope.sees(b.id())).toList();
  }

  /** Returns what counts of records need to know besides the records. */
  public KeptDays.Calendar calendar() {
    return new KeptDays.Calendar(zone().getId(), all());
  }

  /** Returns where accounts belong, and first of all what belongs to none of them. */
  List<RecordPlace> of(Scope scope) {
    List<RecordPlace> found = new ArrayList<>();
    if (scope.everywhere()) {
      found.add(RecordPlace.DISTRICT);
    }
    found.addAll(accountPlaces.of(accounts(scope)));
    return found;
  }

  /** Returns those of these accounts that a rule governs. */
  List<String> under(RetentionRule rule, Retention schedule, List<String> accounts) {
    return RetentionOutlook.under(
            rule.kind(), Optional.of(rule), schedule, accountPlaces.of(accounts))
        .stream()
        .map(RecordPlace::account)
        .toList();
  }

  /** Returns the building of each account. */
  Map<String, String> all() {
    return district().accounts().stream()
        .collect(Collectors.toMap(District.Account::id, District.Account::building, (a, b) -> a));
  }

  /**
   * Returns accounts of visible buildings; for viewers of everything, also those no longer in the
   * file.
   */
  public List<String> accounts(Scope scope) {
    List<String> inFile =
        district().accounts().stream().filter(scope::sees).map(District.Account::id).toList();
    return scope.everywhere() ? RecordsQueries.joined(inFile, queries.archived()) : inFile;
  }

  /** Returns the building of an account; empty if it is not in the district's file. */
  public String buildingOf(String account) {
    return all().getOrDefault(account, "");
  }

  /**
   * Resolves a choice.
   *
   * @throws Mistaken if there is no such place in scope, or nothing to choose there
   */
  Choice choose(String building, String account, Scope scope) {
    if (!building.isEmpty() && buildings(scope).stream().noneMatch(b -> b.id().equals(building))) {
      throw new Mistaken(Sentence.of("That school does not exist."));
    }
    if (!account.isEmpty()) {
      return ofAccount(building, account, scope);
    }
    if (building.isEmpty() && !scope.everywhere()) {
      throw new Mistaken(Sentence.of("Choose one of your schools or accounts."));
    }
    List<String> accounts =
        building.isEmpty()
            ? accounts(scope)
            : all().entrySet().stream()
                .filter(place -> place.getValue().equals(building))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    if (accounts.isEmpty()) {
      throw new Mistaken(Sentence.of("There are no accounts."));
    }
    return new Choice(building, "", accounts);
  }

  private Choice ofAccount(String building, String account, Scope scope) {
    if (!accounts(scope).contains(account)) {
      throw new Mistaken(Sentence.of("That account does not exist."));
    }
    String own = buildingOf(account);
    if (!building.isEmpty() && !building.equals(own)) {
      throw new Mistaken(Sentence.of("This account belongs to another school."));
    }
    return new Choice(scope.everywhere() ? building : own, account, List.of(account));
  }
}
