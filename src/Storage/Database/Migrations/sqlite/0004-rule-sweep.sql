-- By which rules every open dossier has been judged. One row: after an edit all are judged again, and a sweep that was
-- broken off begins anew at the next start.
create table rule_sweep (
    id      integer primary key check (id = 1),
    judged_by text not null
);
