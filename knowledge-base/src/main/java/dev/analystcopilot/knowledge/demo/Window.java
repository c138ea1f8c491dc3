package dev.analystcopilot.knowledge.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/// The three days that the backlog covers, and when things happen in them.
record Window(Instant end) {
    static final Duration LENGTH = Duration.ofDays(3);

    /// How busy each local hour of a working day is, the busiest being 1.
    private static final double[] OFFICE = {
        .03, .02, .02, .02, .03, .05, .15, .45, .9, 1, 1, .9, .55, .9, .95, .9, .7, .4, .2, .12, .1, .08, .06, .04
    };

    private static final double WEEKEND = .25;

    Instant start() {
        return end.minus(LENGTH);
    }

    /// Any moment, day and night alike.
    Instant anytime(Dice dice) {
        return start().plus(dice.within(LENGTH));
    }

    /// A moment drawn by the office's rhythm.
    Instant working(Dice dice, Office office) {
        Instant drawn = anytime(dice);
        while (dice.fraction() >= busyness(drawn.atZone(office.zone()))) {
            drawn = anytime(dice);
        }
        return drawn;
    }

    /// A moment within `spread` after a local time of one of the days, such as a nightly job; it may fall outside the
    /// window, and is then moved by whole days into it.
    Instant daily(Dice dice, Office office, LocalTime at, Duration spread) {
        LocalDate day = start().atZone(office.zone()).toLocalDate().plusDays(dice.between(0, 2));
        Instant moment = day.atTime(at).atZone(office.zone()).toInstant().plus(dice.within(spread));
        while (moment.isBefore(start())) {
            moment = moment.plus(Duration.ofDays(1));
        }
        while (!moment.isBefore(end)) {
            moment = moment.minus(Duration.ofDays(1));
        }
        return moment;
    }

    /// The latest start, at this local time, of something that is over when the window ends.
    Instant latest(Office office, LocalTime at, Duration length) {
        ZonedDateTime begin = end.atZone(office.zone()).toLocalDate().atTime(at).atZone(office.zone());
        while (begin.toInstant().plus(length).isAfter(end)) {
            begin = begin.minusDays(1);
        }
        return begin.toInstant();
    }

    /// As [#latest], on a working day if the window has one that is long enough.
    Instant latestWorkday(Office office, LocalTime at, Duration length) {
        Instant latest = latest(office, at, length);
        for (Instant day = latest; day.isAfter(start()); day = day.minus(Duration.ofDays(1))) {
            if (!weekend(day.atZone(office.zone()))) {
                return day;
            }
        }
        return latest;
    }

    /// The window's second midnight, counted from its start.
    Instant secondMidnight(Office office) {
        return start().atZone(office.zone())
                .toLocalDate()
                .plusDays(2)
                .atStartOfDay(office.zone())
                .toInstant();
    }

    private static double busyness(ZonedDateTime local) {
        return OFFICE[local.getHour()] * (weekend(local) ? WEEKEND : 1);
    }

    private static boolean weekend(ZonedDateTime local) {
        DayOfWeek day = local.getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
