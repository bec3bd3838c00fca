package hallmonitor.notifier.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Teams and Slack show, in their own formats. */
public final class ChatBodies {
  private ChatBodies() {}

  /**
   * Returns an Adaptive Card for Teams workflows:
   * https://learn.microsoft.com/en-us/connectors/teams/#microsoft-teams-webhook
   */
  public static Map<String, Object> teams(
      String heading, String message, String link, String linkText) {
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    card.put("body", List.of(block(heading, true), block(message, false)));
    card.put("actions", List.of(Map.of("type", "Action.OpenUrl", "title", linkText, "url", link)));
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
  public static Map<String, Object> slack(String text) {
    return Map.of("text", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }
}
