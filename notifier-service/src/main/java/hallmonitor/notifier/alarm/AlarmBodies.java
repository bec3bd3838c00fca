package hallmonitor.notifier.alarm;

import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.alarm.AlarmCalls.Alarm;
import hallmonitor.notifier.alarm.AlarmCalls.TroubleAlarm;
import hallmonitor.notifier.gateway.ChatBodies;
import hallmonitor.settings.escalation.Channel.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Writes an alarm in the format of its receiver. */
final class AlarmBodies {
  private AlarmBodies() {}

  static byte[] of(Shape shape, UUID id, Alarm alarm) {
    return EventJson.write(
        switch (shape) {
          case GENERIC -> generic(id, alarm);
          case TEAMS ->
              ChatBodies.teams(heading(alarm), alarm.message(), alarm.link(), "Open the case");
          case SLACK ->
              ChatBodies.slack(heading(alarm) + "\n" + alarm.message() + "\n" + alarm.link());
        });
  }

  static byte[] of(Shape shape, UUID id, TroubleAlarm alarm) {
    String heading = "Hall Monitor: " + alarm.heading();
    return EventJson.write(
        switch (shape) {
          case GENERIC -> generic(id, alarm);
          case TEAMS ->
              ChatBodies.teams(heading, alarm.message(), alarm.link(), "Open the console");
          case SLACK -> ChatBodies.slack(heading + "\n" + alarm.message() + "\n" + alarm.link());
        });
  }

  private static Map<String, Object> generic(UUID id, TroubleAlarm alarm) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", "trouble");
    body.put("id", id);
    body.put("subject", alarm.subject());
    body.put("message", alarm.message());
    body.put("link", alarm.link());
    body.put("at", alarm.beganAt());
    return body;
  }

  private static Map<String, Object> generic(UUID id, Alarm alarm) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", "undelivered");
    body.put("id", id);
    body.put("escalation", alarm.escalation());
    body.put("case", alarm.caseId());
    body.put("category", alarm.category());
    body.put("building", alarm.building());
    body.put("message", alarm.message());
    body.put("link", alarm.link());
    body.put("at", alarm.at());
    return body;
  }

  private static String heading(Alarm alarm) {
    return "Hall Monitor: an escalation has reached nobody (" + alarm.building() + ")";
  }
}
