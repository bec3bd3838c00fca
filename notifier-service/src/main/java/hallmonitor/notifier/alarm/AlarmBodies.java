package hallmonitor.notifier.alarm;

import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.alarm.AlarmCalls.Alarm;
import hallmonitor.settings.escalation.Channel.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes an alarm in the format of its receiver. */
final class AlarmBodies {
  private AlarmBodies() {}

  static byte[] of(Shape shape, UUID id, Alarm alarm) {
    return EventJson.write(
        switch (shape) {
          case GENERIC -> generic(id, alarm);
          case TEAMS -> teams(alarm);
          case SLACK -> slack(alarm);
        });
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

  /**
   * Returns an Adaptive Card for Teams workflows:
   * https://learn.microsoft.com/en-us/connectors/teams/#microsoft-teams-webhook
   */
  private static Map<String, Object> teams(Alarm alarm) {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    card.put("body", List.of(block(heading(alarm), true), block(alarm.message(), false)));
    card.put(
        "actions",
        List.of(Map.of("type", "Action.OpenUrl", "title", "Open the case", "url", alarm.link())));
    Map<String, Object> attachment = new LinkedHashMap<>();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.put("content", card);
    return Map.of("type", "message", "attachments", List.of(attachment));
  }

  private static Map<String, Object> block(String text, boolean heading) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("type", "TextBlock");
    block.put("text", text);
    block.put("wrap", true);
    if (heading) {
      block.put("weight", "Bolder");
    }
    return block;
  }

  /** Returns a Slack message with escaped markup: https://api.slack.com/messaging/webhooks */
  private static Map<String, Object> slack(Alarm alarm) {
    String text = heading(alarm) + "\n" + alarm.message() + "\n" + alarm.link();
    return Map.of("text", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  private static String heading(Alarm alarm) {
    return "Hall Monitor: an escalation has reached nobody (" + alarm.building() + ")";
  }
}
