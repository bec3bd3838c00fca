package hallmonitor.moderation.console.audit;

import hallmonitor.moderation.console.access.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conditions on rows of the audit log, in HQL; empty filters add no condition. */
final class AuditConditions {
  private static final String IN_BUILDINGS =
      "caseId in (select c.caseId from CaseBuilding c where c.building in :buildings)";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  AuditConditions within(Scope scope) {
    return scope.everywhere() ? this : and(IN_BUILDINGS, "buildings", scope.buildings());
  }

  AuditConditions matching(AuditFilter filter, ZoneId zone) {
    if (!filter.actor().isEmpty()) {
      and("actor = :actor", "actor", filter.actor());
    }
    if (!filter.act().isEmpty()) {
      and("act = :act", "act", filter.act());
    }
    filter.caseId().ifPresent(id -> and("caseId = :caseId", "caseId", id));
    filter.firstDay().ifPresent(day -> and("at >= :from", "from", start(day, zone)));
    filter.lastDay().ifPresent(day -> and("at < :until", "until", start(day.plusDays(1), zone)));
    return this;
  }

  AuditConditions after(Optional<AuditQueries.AuditCursor> last) {
    last.ifPresent(
        row -> {
          and("(at, id) < (:lastAt, :lastId)", "lastAt", row.at());
          values.put("lastId", row.id());
        });
    return this;
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private AuditConditions and(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
    return this;
  }

  /** Returns empty text for all rows. */
  String text() {
    return String.join(" and ", conditions);
  }

  Map<String, Object> values() {
    return values;
  }
}
