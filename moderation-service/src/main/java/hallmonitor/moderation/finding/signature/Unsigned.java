package hallmonitor.moderation.finding.signature;

import hallmonitor.moderation.finding.Category;
import hallmonitor.moderation.finding.Comment;
import hallmonitor.moderation.finding.Finding;
import hallmonitor.moderation.finding.name.NameTokens;
import hallmonitor.moderation.finding.scan.Cues;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Authors who keep their name back on purpose. */
final class Unsigned {
  /**
   * Of a comment about which only its display name says so. The author may not have chosen it, and
   * signs nothing else; whether that is against the rules is the policy's to say.
   */
  static final double BY_NAME_ALONE = 0.6;

  private static final double SAID = 0.9;

  private static final Pattern NOBODY =
      Pattern.compile(
          "(?:anonymous|anonim[oa]|anon|guest|invitad[oa]|user|usuari[oa]|facebook ?user|deleted|unknown|desconocid[oa]|"
              + "private|privad[oa]|throwaway|burner|ghost|nobody|nadie|no-?name|fake name|hidden|temp|acct|account|cuenta|"
              + "persona privada|perfil)(?:[^a-z].{0,30})?|x{1,4}|[^a-z]{1,40}|(?:user|usuario|guest|anon)[0-9]{1,12}");

  private static final String NAME_BACK =
      "(?:(?:remain|stay|stays|staying|be|am|is|i'm|im|kept?|keeping) anonymous|names? withheld|withh?old(?:ing)? my name|"
          + "without (?:a|my) name|no names?\\b.{0,5}(?:check|here|,|\\.|$)|no signature|"
          + "(?:won't|wont|will not|not|cannot|can't|cant|never|rather not|prefer not to|don't want to|refuse to) "
          + "(?:be )?(?:sign(?:ing|ed)?(?: this| it| my name| here|$|[.,;])|named|name myself|giv(?:e|ing) (?:you |u )?my name|say(?:ing)? (?:who i am|my name)|"
          + "tell(?:ing)? (?:you |u )?(?:who i am|my name)|put(?:ting)? my name|use my (?:real )?name|leave my name|post under my name)|"
          + "anonymous (?:because|complaint|tip|for)|(?:never|not) (?:know|find out|find) who (?:i am|this is|it is)|"
          + "(?:don't|dont) need (?:to know )?my name|my name out|keep(?:ing)? (?:myself|my name) out|who i am doesn't matter|"
          + "(?:posting|writing|written) from (?:a|an|my) (?:burner|throwaway|fake|account i made)|"
          + "(?:using|use) a (?:fake|false|made.up) name|name is fake|not my real name|isn't my (?:main|real)|"
          + "identity (?:hidden|is hidden|secret)|hid(?:e|ing|den) my (?:identity|name|profile)|"
          + "concerned (?:parent|citizen|taxpayer|teacher) who|(?:don't|dont) (?:try to )?trace|"
          + "know who (?:this|i) (?:is|am)\\b.{0,4}$|stay in the shadows|you'?ll never (?:find|know)|"
          + "ever (?:know|learn) about me)";

  private static final String SIN_NOMBRE =
      "(?:prefier[eo] (?:no|callar|quedar|que no) .{0,12}(?:nombre|anonimato|quien soy|anonim[oa])|prefiere callar su nombre|"
          + "no (?:les? |te )?(?:doy|digo|pongo|dare|dire|pondre|dejo|voy a (?:dar|decir|poner|firmar)|puedo (?:dar|decir|poner|firmar)|"
          + "quiero (?:dar|decir|poner|firmar)|firmo|firmare) ?(?:mi nombre|quien soy|nada|$|,|\\.|porque|esto|con mi)|"
          + "sin (?:nombre|firmar?)\\b|queja anonima|en el anonimato|anonim[oa] por|no firmo|no importa quien (?:soy|lo diga)|"
          + "(?:perfil|cuenta|nombre) (?:es |son )?(?:fals[oa]|inventad[oa])|identidad oculta|oculto mi (?:identidad|nombre)|"
          + "escondo detras|nunca (?:sabran|van a saber) quien soy|me reservo mi nombre|omito mi nombre|"
          + "(?:mi nombre|quien soy) no (?:importa|lo digo|lo voy a decir))";

  private static final Pattern ON_PURPOSE =
      Pattern.compile("(?<![a-zñ])(?:" + NAME_BACK + "|" + SIN_NOMBRE + ")");

  /** {@code signed, nobody}. */
  private static final Pattern AS_NOBODY =
      Pattern.compile(
          "(?:signed|sincerely|regards|yours|from|firmado|firma|atentamente|atte|att|de|[-~–—])[:,.]? ?"
              + "(?:the |a |an |un |una |la |el |your |tu |su )?"
              + "(?:nobody|no one|someone|somebody|anonymous|anonim[oa]|nadie|alguien|ghost|fantasma|uno de tantos|"
              + "una de tantas|whistleblower|little bird|pajarito|shadow|sombra|conscience|conciencia|concerned (?:citizen|parent|taxpayer)|"
              + "voz del pueblo|one you'll never (?:find|know)|someone who knows|alguien que sabe)\\b.{0,30}$"
              + "|^(?:anonymous|anonim[oa])[.:]|^from: a ghost|^de: un fantasma");

  /** One of these is in every text that the patterns find. */
  private static final Cues CUES =
      new Cues(
          List.of(
              "^name",
              "^nombre",
              "^anon",
              "^sign this",
              "^signing",
              "^signature",
              "not sign",
              "n't sign",
              "^signed, ",
              "^firm",
              "^concerned",
              "^who i",
              "^who this",
              "^who it",
              "^quien soy",
              "^quien lo",
              "^burner",
              "^throwaway",
              "^trace",
              "^shadow",
              "'ll never",
              "^ident",
              "^nobody",
              "^nadie",
              "^no one",
              "^someone",
              "^somebody",
              "^alguien",
              "^ghost",
              "^fantasma",
              "^de tant",
              "^whistle",
              "^little bird",
              "^pajarito",
              "^concien",
              "^conscience",
              "^my profile",
              "^perfil",
              "^cuenta",
              "^account i",
              "n't my",
              "^sombra",
              "^escondo",
              "^del pueblo",
              "^about me",
              "^youll never"));

  /** Of these, one is in every text that is signed by nobody. */
  private static final Cues NOBODY_CUES =
      new Cues(
          List.of(
              "nobody",
              "no one",
              "someone",
              "somebody",
              "anon",
              "nadie",
              "alguien",
              "ghost",
              "fantasma",
              "de tant",
              "whistle",
              "little bird",
              "pajarito",
              "shadow",
              "sombra",
              "conscience",
              "concien",
              "concerned",
              "del pueblo",
              "'ll never"));

  Optional<Finding> of(Comment comment, String detector) {
    String light = comment.normalised().text();
    if (CUES.isIn(light)
        && (ON_PURPOSE.matcher(light).find()
            || NOBODY_CUES.isIn(light) && AS_NOBODY.matcher(light).find())) {
      double score =
          DisplayName.of(comment.author()).kind() == DisplayName.Kind.PERSON ? 0.5 : SAID;
      return Optional.of(
          finding(score, detector, "Its author says that they keep their name back."));
    }
    return isNobody(comment.author())
        ? Optional.of(
            finding(
                BY_NAME_ALONE, detector, "Neither the display name nor the text names an author."))
        : Optional.empty();
  }

  private static Finding finding(double score, String detector, String why) {
    return new Finding(Category.UNSIGNED, score, detector, List.of(), why);
  }

  /** A name that the platform does not show is not a name that its author hides. */
  static boolean isNobody(String author) {
    return !author.isBlank() && NOBODY.matcher(NameTokens.plain(author.strip())).matches();
  }
}
