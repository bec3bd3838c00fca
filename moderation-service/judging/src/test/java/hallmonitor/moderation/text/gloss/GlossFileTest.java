package hallmonitor.moderation.text.gloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlossFileTest {
  private static SpanishGloss gloss(String file) {
    return new SpanishGloss(GlossFile.read("test.txt", file), Set.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "casa = house; test.txt:1: this line stands before the first [section]",
        "[words]|a = b|[nuns]; test.txt:3: there is no section [nuns]",
        "[words]|casa house; test.txt:2: 'lemma = gloss' is wanted here",
        "[nouns]|casa, = house; test.txt:2: a lemma is empty",
        "[nouns]||casa = Haus 7; test.txt:3: a gloss has small letters",
        "[nouns]|casa blanca = white house; test.txt:2: several words belong into [phrases]",
        "[nouns]|casa = house|  present a b; test.txt:2: indented lines belong below a verb",
        "[verbs]|mata = kill; test.txt:2: 'mata' is no infinitive",
        "[verbs]|obtener like tener = get; test.txt:2: the verb 'tener' must stand above",
        "[verbs]|ser = be|  present soy eres; test.txt:3: this tense wants 5 forms, not 2",
        "[verbs]|ser = be|  pluperfect soy; test.txt:3: there is no tense 'pluperfect'",
        "[phrases]|{tener} miedo = be afraid; test.txt:2: the verb 'tener' is not in [verbs]",
        "[english verbs]|go went; test.txt:2: three words are wanted",
        "[english nouns]|child = children; test.txt:2: words only are wanted here",
      })
  void aFaultNamesItsLine(String file, String message) {
    assertThatThrownBy(() -> gloss(file.replace('|', '\n')))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void theFirstLineCounts() {
    assertThat(gloss("[words]\nfoco = light\n[nouns]\nfoco = bulb\n").of("foco"))
        .isEqualTo("light");
  }

  @ParameterizedTest
  @CsvSource({
    "pensar (ie) = think, pienso, i think",
    "pensar (ie) = think, pensemos, we think",
    "contar (ue) = tell, cuentan, they tell",
    "jugar (ue) = play, juegue, play",
    "pedir (i) = ask, pidieron, they asked",
    "sentir (ie/i) = feel, sintió, felt",
    "dormir (ue/u) = sleep, durmiendo, sleeping",
    "conocer = know, conozco, i know",
    "coger = catch, coja, catch",
    "seguir (i) = follow, sigo, i follow",
    "tocar = touch, toqué, i touched",
    "pagar = pay, paguemos, we pay",
    "cruzar = cross, crucen, cross",
    "construir = build, construyeron, they built",
    "leer = read, leyendo, reading",
    "vencer = beat, venzo, i beat",
    "romper = stab, rompiste, you stabbed",
  })
  void regularVerbsFollowTheirRule(String line, String form, String english) {
    assertThat(
            gloss("[english verbs]\nfeel felt felt\nbuild built built\n[verbs]\n" + line + "\n")
                .of(form))
        .isEqualTo(english);
  }
}
