package hallmonitor.moderation.console.objections;

import hallmonitor.moderation.console.appeal.AppealSeal;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/**
 * Somebody who is blocked by hand as Robin Lee, appeals by name, and people's decisions on them.
 */
abstract class HandBlockObjections extends BlockingConsole {
  static final UUID BLOCK = new UUID(1, 8);
  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([0-9a-f-]{36})\"");

  @Inject AppealSeal seal;

  @BeforeEach
  void somebodyIsBlockedByHand() {
    objections.write("truncate hand_block, hand_block_appeal, block_list");
    objections.blockedByHand(BLOCK, "id:robin");
  }

  Map<String, String> form(String page, String author) {
    Map<String, String> fields = new HashMap<>();
    fields.put("form", seal.form(Instant.now().minus(Duration.ofMinutes(1))));
    fields.put("page", page);
    fields.put("author", author);
    fields.put("who", "Robin");
    fields.put("contact", "robin@example.org");
    fields.put("why", "I asked a question.");
    return fields;
  }

  static String send(Map<String, String> fields) {
    return new ConsoleBrowser().postWithoutToken("/appeal", fields).asString();
  }

  UUID appeal() {
    return UUID.fromString(objections.rows("select appeal_id::text from hand_block_appeal").get(0));
  }

  /** Returns the ids of the blocks that a page of appeals asks about. */
  static List<String> shown(String page) {
    return SHOWN.matcher(page).results().map(found -> found.group(1)).toList();
  }

  /** Decides the first appeal as its form on the page would. */
  ConsoleResponse decide(ConsoleBrowser by, String ruling) {
    List<String> shown = shown(by.get("/appeals").asString());
    return decide(by, ruling, shown, shown.isEmpty() ? "" : shown.get(0));
  }

  ConsoleResponse decide(ConsoleBrowser by, String ruling, List<String> shown, String block) {
    return by.post(
        "/appeals/by-hand/" + appeal(),
        Map.of("ruling", ruling, "reason", "It was.", "shown", shown, "block", block));
  }
}
