-- A commit that is sent in one piece checks itself: where what it was decided on is no longer so, it is given up whole.
create function insist(holds boolean) returns boolean language plpgsql immutable parallel safe as $$
begin
    if holds is not true then
        raise exception 'the ground moved' using errcode = 'TTH01';
    end if;
    return true;
end
$$;

-- A state may be larger than a row is stored whole: the faster of the two compressions, where the server has it.
do $$
begin
    alter table dossier alter column state set compression lz4;
exception when feature_not_supported then
    null;
end
$$;
