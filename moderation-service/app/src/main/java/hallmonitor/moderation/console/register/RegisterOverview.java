package hallmonitor.moderation.console.register;

import hallmonitor.moderation.casework.register.RegisterGap;
import hallmonitor.moderation.casework.register.RegisterState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The register by building, and the accounts that were chosen from it.
 *
 * @param show {@code all}, {@code waiting}, {@code mine} or {@code former}; empty for accounts with
 *     gaps
 * @param building id of the only one shown; empty for all
 */
public record RegisterOverview(
    List<BuildingLine> buildings, List<RegisteredAccount> accounts, String show, String building) {
  /**
   * A building's accounts in numbers.
   *
   * @param building id in the district's file; empty for accounts of an unknown building
   */
  public record BuildingLine(
      String building, long accounts, long missing, long overdue, long wrong, long waiting) {
    static BuildingLine of(String building, List<RegisteredAccount> accounts) {
      return new BuildingLine(
          building,
          accounts.stream().filter(a -> a.entry().stands() == RegisterState.REGISTERED).count(),
          sum(accounts, RegisterGap.Kind.MISSING),
          sum(accounts, RegisterGap.Kind.OVERDUE),
          sum(accounts, RegisterGap.Kind.WRONG),
          accounts.stream().filter(RegisterOverview::isWaiting).count());
    }

    private static long sum(List<RegisteredAccount> accounts, RegisterGap.Kind kind) {
      return accounts.stream().mapToLong(account -> account.count(kind)).sum();
    }
  }

  static RegisterOverview of(
      List<RegisteredAccount> all, String show, String building, String viewer) {
    Map<String, List<RegisteredAccount>> byBuilding = new LinkedHashMap<>();
    all.forEach(
        account ->
            byBuilding
                .computeIfAbsent(account.entry().building(), b -> new ArrayList<>())
                .add(account));
    List<BuildingLine> lines =
        byBuilding.entrySet().stream().map(e -> BuildingLine.of(e.getKey(), e.getValue())).toList();
    return new RegisterOverview(
        lines,
        all.stream()
            .filter(a -> building.isEmpty() || a.entry().building().equals(building))
            .filter(a -> isShown(a, show, viewer))
            .toList(),
        show,
        building);
  }

  private static boolean isShown(RegisteredAccount account, String show, String viewer) {
    RegisterState state = account.entry().stands();
    return switch (show) {
      case "all" -> state == RegisterState.REGISTERED;
      case "waiting" -> isWaiting(account);
      case "mine" -> account.entry().filedBy().equals(viewer);
      case "former" -> state == RegisterState.REFUSED || state == RegisterState.CLOSED;
      default -> !account.gaps().isEmpty();
    };
  }

  private static boolean isWaiting(RegisteredAccount account) {
    RegisterState state = account.entry().stands();
    return state == RegisterState.REQUESTED || state == RegisterState.REPORTED;
  }

  public boolean shows(String list) {
    return show.equals(list);
  }

  /** Returns the address of another list of the same building. */
  public String showing(String list) {
    return address(list, building);
  }

  /** Returns the address of the same list of all buildings. */
  public String getEverywhere() {
    return address(show, "");
  }

  private static String address(String list, String building) {
    String query =
        Stream.of("show=" + list, "building=" + building)
            .filter(part -> !part.endsWith("="))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "/register" : "/register?" + query;
  }
}
