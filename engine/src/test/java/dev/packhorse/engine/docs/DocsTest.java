package dev.packhorse.engine.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhorse.engine.Packhorse;
import dev.packhorse.formats.problem.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents say exists. */
class DocsTest {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern COMMAND =
      Pattern.compile("(?:^|[|;] *|&& *)(?:[A-Z_]+=\\S+ )*(?:\\./|\\$ )?packhorse ([^|;&>#\n]*)");
  private static final Pattern CODED = Pattern.compile("`([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)`");

  @TempDir Path folder;

  @Test
  void everyRelativeLinkLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    for (Path page : Pages.all()) {
      Matcher links = LINK.matcher(Pages.text(page).replaceAll("(?ms)^```.*?^```$", ""));
      while (links.find()) {
        String target = links.group(1).replaceFirst("#.*", "");
        boolean relative = !target.isEmpty() && !target.matches("[a-z]+:.*");
        if (relative && !Files.exists(page.resolveSibling(target))) {
          broken.add(Pages.ROOT.relativize(page) + ": " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyCommandLineShownIsOneThatTheProgramTakes() {
    Packhorse packhorse = new Packhorse(folder);
    List<String> wrong = new ArrayList<>();
    int commands = 0;
    for (Path page : Pages.all()) {
      for (String block : Pages.blocks(page, "sh")) {
        Matcher found =
            Pattern.compile(COMMAND.pattern(), Pattern.MULTILINE)
                .matcher(block.replace("\\\n", " "));
        while (found.find()) {
          commands++;
          List<Object> words =
              new ArrayList<>(List.of((Object[]) found.group(1).trim().split(" +")));
          // The help is shown only if everything before it was understood.
          words.add("--help");
          Packhorse.Result result = packhorse.run(words.toArray());
          if (result.exitCode() != 0) {
            wrong.add(page.getFileName() + ": " + found.group() + ": " + result.err());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(commands).isGreaterThan(20);
  }

  @Test
  void everyProblemCodeMentionedExists() {
    Set<String> codes = Pages.codes().stream().map(ProblemCode::code).collect(Collectors.toSet());
    Set<String> firstWords =
        codes.stream().map(code -> code.split("\\.")[0]).collect(Collectors.toSet());
    List<String> unknown = new ArrayList<>();
    for (Path page : Pages.all()) {
      Matcher mentioned = CODED.matcher(Pages.text(page));
      while (mentioned.find()) {
        String word = mentioned.group(1);
        boolean file =
            word.matches(".*\\.(md|jsonl|json|zip|gz|zst|yml|txt|png|java|properties|db|xml)");
        if (firstWords.contains(word.split("\\.")[0]) && !codes.contains(word) && !file) {
          unknown.add(Pages.ROOT.relativize(page) + ": " + word);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }
}
