package dev.analystcopilot.eval.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Made-up alert texts of a given mean length in tokens. Lengths spread as real ones do (log-normal: many short, few
/// long), for that is what padding costs. Every word is one token of its model.
final class SampleTexts {
    private static final double SPREAD = 0.6;
    /// The two marks around each text.
    private static final int MARKS = 2;
    private static final String[] ENGLISH =
            ("failed login from host server user file network scan alert admin root access denied process started service"
                            + " password changed remote shell command port open closed traffic blocked rule error request response web")
                    .split(" ");
    private static final String[] CHINESE = "主机告警登录失败用户文件网络扫描管理员权限拒绝进程启动服务密码远程命令端口流量阻断规则错误请求响应".split("");

    private SampleTexts() {}

    static List<String> english(int count, int meanTokens) {
        return texts(count, meanTokens, ENGLISH, " ");
    }

    static List<String> chinese(int count, int meanTokens) {
        return texts(count, meanTokens, CHINESE, "");
    }

    private static List<String> texts(int count, int meanTokens, String[] words, String separator) {
        Random random = new Random(meanTokens);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double factor = Math.exp(SPREAD * random.nextGaussian() - SPREAD * SPREAD / 2);
            int length = (int) Math.max(1, Math.round(meanTokens * factor) - MARKS);
            List<String> text = new ArrayList<>(length);
            for (int w = 0; w < length; w++) {
                text.add(words[random.nextInt(words.length)]);
            }
            texts.add(String.join(separator, text));
        }
        return texts;
    }
}
