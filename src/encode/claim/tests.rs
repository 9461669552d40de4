use super::*;

#[test]
fn a_name_is_free_when_its_claim_is_dropped() {
    let name = Path::new("/nowhere/claimed.gif");
    let claim = Claim::of(name);
    assert!(claim.is_some() && Claim::of(name).is_none());
    drop(claim);
    assert!(Claim::of(name).is_some());
}
