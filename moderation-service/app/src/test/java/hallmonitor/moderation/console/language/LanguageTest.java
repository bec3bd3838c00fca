package hallmonitor.moderation.console.language;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.Seed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the console in English and Spanish, by reader. */
@ConsoleTest
class LanguageTest {
  @Inject ConsoleDatabase database;

  private Seed seed;
  private ConsoleBrowser novak;

  @BeforeEach
  void start() {
    seed = new Seed(database);
    seed.nothing();
    seed.person("novak", "administrator", false);
    novak = ConsoleBrowser.signedIn("novak");
  }

  private ConsoleResponse choose(String language, String back) {
    return novak.post("/language", Map.of("language", language, "back", back));
  }

  @Test
  void everyPageSpeaksTheLanguageThatWasChosen() {
    UUID id = seed.aCase("1").there();
    choose("es", "/queue");

    Map.ofEntries(
            Map.entry("/queue", "Siguiente caso</button>"),
            Map.entry("/cases/" + id, "El comentario en su hilo"),
            Map.entry("/clocks", "Plazos abiertos"),
            Map.entry("/appeals", "Mostrar apelaciones"),
            Map.entry("/proposals", "Aprobaciones"),
            Map.entry("/quality", "<h1>Control de calidad"),
            Map.entry("/reports", "Comentarios revisados"),
            Map.entry("/policy", "Contactos y funciones"),
            Map.entry("/policy/versions", "<h1>Historial"),
            Map.entry("/accounts", "<h1>Cuentas</h1>"),
            Map.entry("/people", "<h1>Personas"),
            Map.entry("/audit", "Descargar como CSV"),
            Map.entry("/dead-letters", "Mensajes fallidos"),
            Map.entry("/security", "El código está desactivado"),
            Map.entry("/password", "Confirme la contraseña nueva"))
        .forEach(
            (page, said) ->
                assertThat(novak.get(page).asString())
                    .as(page)
                    .contains("<html lang=\"es\">", "/console/spanish.js", said)
                    .doesNotContain("{#if", "Skip to the content", ">Policy<"));
    assertThat(novak.part("/queue").asString()).contains(">Restablecer</button>");
  }

  @Test
  void whoChoseNothingReadsWhatTheirBrowserAsksFor() {
    assertThat(signInFor("es-MX,es;q=0.9,en;q=0.7"))
        .contains("<html lang=\"es\">", "o nombre de usuario", "lang=\"en\" name=\"language\"");
    assertThat(signInFor("en-US,es;q=0.4"))
        .contains("<html lang=\"en\">", "Email or user name", ">Español</button>")
        .doesNotContain("spanish.js");
  }

  private static String signInFor(String accepted) {
    return new ConsoleBrowser().get("/sign-in", "Accept-Language", accepted).asString();
  }

  @Test
  void theChoiceKeepsThePageAndLeadsNowhereElse() {
    assertThat(choose("es", "/queue?state=mine&category=threat").header("Location"))
        .endsWith("/queue?state=mine&category=threat");
    for (String away :
        List.of("//evil.example/", "https://evil.example/x", "/\\evil.example", ":")) {
      assertThat(choose("es", away).header("Location")).endsWith("/").doesNotContain("evil");
    }
    assertThat(choose("xx", "/queue").cookies()).doesNotContainKey("hallmonitor-language");
    assertThat(novak.get("/queue").asString()).contains("lang=\"es\"");
    assertThat(novak.postWithoutToken("/language", Map.of("language", "en")).statusCode())
        .isEqualTo(400);

    choose("en", "/queue");
    assertThat(novak.get("/queue").asString()).contains("<html lang=\"en\">", ">Queue<");
  }

  @Test
  void refusalsAndErrorsAreToldInSpanishWithTheirValues() {
    UUID id = seed.aCase("1").decided("restored").action("restored", "").there();
    choose("es", "/");

    assertThat(novak.get("/nowhere").asString()).contains("Página no encontrada");
    assertThat(
            novak
                .post("/cases/" + id + "/decision", Map.of("decision", "confirm", "version", "0"))
                .asString())
        .contains("El caso está en")
        .contains("no puede pasar a");
    assertThat(
            novak
                .post("/people", Map.of("userName", "A B", "displayName", "x", "role", "moderator"))
                .asString())
        .contains("Un nombre de usuario tiene de 1 a 40");
    assertThat(
            novak
                .post(
                    "/people",
                    Map.of(
                        "userName",
                        "ruiz",
                        "displayName",
                        "<b>Queue</b>",
                        "role",
                        "moderator",
                        "way",
                        "hand"))
                .asString())
        .contains("&lt;b&gt;Queue&lt;/b&gt; puede iniciar sesión como ruiz");
  }

  @Test
  void whatAStrangerWroteIsNeverTakenForAWordOfTheConsole() {
    UUID id = seed.aCase("1").saying("Queue").found("THREAT", .9, "Nothing here", "Queue").there();
    choose("es", "/");

    assertThat(novak.get("/cases/" + id).asString())
        .contains(">Queue</mark>")
        .contains("Nothing here");
  }

  @Test
  void filesAreInEnglishForEverybody() {
    choose("es", "/");

    assertThat(novak.get("/reports/report.csv").asString()).contains("Volumes", "From ");
    assertThat(novak.get("/audit/audit.csv").asString()).doesNotContain("Inicio de sesión");
  }
}
