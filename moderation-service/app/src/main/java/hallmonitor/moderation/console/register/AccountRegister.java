package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.register.AccountDemand;
import hallmonitor.moderation.casework.register.AccountFacts;
import hallmonitor.moderation.casework.register.AccountFacts.Left;
import hallmonitor.moderation.casework.register.AccountFacts.Looked;
import hallmonitor.moderation.casework.register.PageComparison;
import hallmonitor.moderation.casework.register.PageFinding;
import hallmonitor.moderation.casework.register.RegisterGaps;
import hallmonitor.moderation.casework.register.RegisterRules;
import hallmonitor.moderation.casework.register.RegisterState;
import hallmonitor.moderation.casework.register.SeenPage;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.drafting.Document;
import hallmonitor.moderation.drafting.DocumentFiles;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.settings.district.District;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register as it stands today: every account compared with what the district asks. */
@ApplicationScoped
public class AccountRegister {
  private final RegisterQueries queries;
  private final DocumentFiles files;
  private final LiveRules rules;

  AccountRegister(RegisterQueries queries, DocumentFiles files, LiveRules rules) {
    this.queries = queries;
    this.files = files;
    this.rules = rules;
  }

  RegisterRules rules() {
    return (RegisterRules) files.current(Document.ACCOUNTS).value();
  }

  District district() {
    return rules.district().current().value();
  }

  LocalDate today() {
    return LocalDate.now(district().timeZone());
  }

  /** Returns the accounts in scope and those that the viewer filed, by building and name. */
  List<RegisteredAccount> all(Scope scope, String viewer) {
    return all(scope, viewer, today());
  }

  /** Returns the same as of another day. */
  List<RegisteredAccount> all(Scope scope, String viewer, LocalDate day) {
    return read(scope, viewer, Optional.empty(), day);
  }

  /** Returns how much is missing, overdue or wrong in the accounts in scope. */
  public long gaps(Scope scope) {
    return all(scope, "").stream().mapToLong(account -> account.gaps().size()).sum();
  }

  /** Returns the deputies of connected accounts by account: an id in district.yaml, or a name. */
  public Map<String, String> deputies() {
    return queries.deputies();
  }

  Optional<RegisteredAccount> one(UUID entry, Scope scope, String viewer) {
    return read(scope, viewer, Optional.of(entry), today()).stream().findFirst();
  }

  private List<RegisteredAccount> read(
      Scope scope, String viewer, Optional<UUID> entry, LocalDate day) {
    RegisterQueries.Rows rows = queries.read(scope, viewer, entry);
    RegisterRules asked = rules();
    return rows.entries().stream()
        .map(
            e -> {
              List<RegisterHolder> holders = rows.holders().getOrDefault(e.entryId(), List.of());
              Optional<SeenPage> page = Optional.ofNullable(rows.pages().get(e.entryId()));
              LatestRecords records =
                  records(e, rows.latest().getOrDefault(e.entryId(), List.of()), page, asked);
              List<RegisterRecord> latest = withApproval(e, records.counting());
              return new RegisteredAccount(
                  e,
                  asked.of(e.kind()),
                  holders,
                  latest,
                  page,
                  records.news(),
                  RegisterGaps.of(facts(e, holders, latest), asked, day));
            })
        .toList();
  }

  private LatestRecords records(
      RegisterEntry entry,
      List<RegisterRecord> stored,
      Optional<SeenPage> page,
      RegisterRules asked) {
    if (page.isEmpty() || entry.stands() != RegisterState.REGISTERED) {
      return new LatestRecords(entry.entryId(), stored, Map.of(), LocalDate.MIN);
    }
    Map<AccountDemand, PageFinding> found = PageComparison.of(page.get(), asked, entry.building());
    found.keySet().retainAll(asked.of(entry.kind()).demands().keySet());
    return new LatestRecords(
        entry.entryId(),
        stored,
        found,
        LocalDate.ofInstant(page.get().at(), district().timeZone()));
  }

  private AccountFacts facts(
      RegisterEntry entry, List<RegisterHolder> holders, List<RegisterRecord> latest) {
    return new AccountFacts(
        entry.stands(),
        entry.kind(),
        LocalDate.ofInstant(entry.filedAt(), district().timeZone()),
        entry.purpose(),
        entry.administrator(),
        entry.deputy(),
        held(entry, holders),
        holders.stream().flatMap(AccountRegister::left).toList(),
        looked(latest));
  }

  private static Stream<Left> left(RegisterHolder holder) {
    return Stream.ofNullable(holder.leftOn())
        .map(on -> new Left(holder.person(), on, Optional.ofNullable(holder.rotatedOn())));
  }

  /** Returns the roles, for the account's building, of those who hold its password. */
  private Set<String> held(RegisterEntry entry, List<RegisterHolder> holders) {
    return Stream.concat(
            Stream.of(entry.administrator()),
            holders.stream().filter(RegisterHolder::isHolding).map(RegisterHolder::person))
        .flatMap(id -> district().person(id).stream())
        .flatMap(person -> person.assignments().stream())
        .filter(a -> a.building().map(entry.building()::equals).orElse(true))
        .map(assignment -> EnumCodes.of(assignment.role()))
        .collect(Collectors.toSet());
  }

  /** An approval in the console is on record as the authorization. */
  private List<RegisterRecord> withApproval(RegisterEntry entry, List<RegisterRecord> latest) {
    String authorization = EnumCodes.of(AccountDemand.AUTHORIZATION);
    if (entry.decidedAt() == null
        || entry.decidedBy() == null
        || entry.stands() != RegisterState.REGISTERED
        || latest.stream().anyMatch(record -> record.demand().equals(authorization))) {
      return latest;
    }
    LocalDate day = LocalDate.ofInstant(entry.decidedAt(), district().timeZone());
    return Stream.concat(
            latest.stream(),
            Stream.of(
                new RegisterRecord(
                    entry.entryId(), authorization, true, "", day, entry.decidedBy())))
        .toList();
  }

  private static Map<AccountDemand, Looked> looked(List<RegisterRecord> latest) {
    return latest.stream()
        .collect(
            Collectors.toMap(
                record -> EnumCodes.read(AccountDemand.class, record.demand()),
                record -> new Looked(record.onDay(), record.good(), record.isRead())));
  }
}
